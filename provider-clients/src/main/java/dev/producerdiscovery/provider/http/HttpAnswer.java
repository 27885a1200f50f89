package dev.producerdiscovery.provider.http;

import dev.producerdiscovery.provider.cache.Validators;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What came back.
 *
 * @param json the body as JSON; a missing node when it is none
 * @param text the beginning of a body that is no JSON, for messages
 */
public record HttpAnswer(int status, HttpHeaders headers, JsonNode json, String text) {

    private static final int EXCERPT = 120;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    static HttpAnswer of(int status, HttpHeaders headers, byte[] body) {
        try {
            JsonNode json = MAPPER.readTree(body);
            if (json.isContainer()) {
                return new HttpAnswer(status, headers, json, "");
            }
        } catch (JacksonException e) {
            // Plain text and HTML are ordinary bodies of errors: the text below stands for them.
        }
        String text = new String(body, 0, Math.min(body.length, 4 * EXCERPT), StandardCharsets.UTF_8)
                .replaceAll("(?s)<[^>]*>", " ")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        return new HttpAnswer(
                status, headers, MissingNode.getInstance(), text.substring(0, Math.min(text.length(), EXCERPT)));
    }

    /** By which it can be confirmed later. */
    Validators validators() {
        return new Validators(
                Objects.requireNonNullElse(headers.getFirst(HttpHeaders.ETAG), ""),
                Objects.requireNonNullElse(headers.getFirst(HttpHeaders.LAST_MODIFIED), ""));
    }

    public boolean isJson() {
        return json.isContainer();
    }
}
