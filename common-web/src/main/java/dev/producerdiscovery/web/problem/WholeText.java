package dev.producerdiscovery.web.problem;

import dev.producerdiscovery.web.InvalidField;
import dev.producerdiscovery.web.UnfitText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks through every text of a JSON body before it becomes anything. JSON may write what no text may hold
 * ({@code \u0000}, half a pair of surrogates), wherever it stands in whatever a controller takes.
 */
@ControllerAdvice
final class WholeText extends RequestBodyAdviceAdapter {

    /** A body that was read whole, to be read again. */
    private record ReadBody(HttpHeaders headers, ByteArrayInputStream body) implements HttpInputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }

    private final JsonMapper json;

    WholeText(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        byte[] body = message.getBody().readAllBytes();
        ReadBody read = new ReadBody(message.getHeaders(), new ByteArrayInputStream(body));
        try {
            check(body);
        } catch (InvalidField e) {
            throw new HttpMessageNotReadableException("unfit text", e, read);
        } catch (JacksonException e) {
            // Whoever reads it next says what is wrong with it, and where.
        }
        return read;
    }

    private void check(byte[] body) {
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean text = token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME;
                if (text && UnfitText.isUnfit(parser.getString())) {
                    throw new InvalidField(where(parser), UnfitText.REASON);
                }
            }
        }
    }

    /** As {@code a.b[0]} of the path {@code /a/b/0}; a name that is unfit itself is left out. */
    private static String where(JsonParser parser) {
        String path = parser.streamReadContext().pathAsPointer().toString();
        String plain = path.replaceFirst("^/", "").replaceAll("/(\\d+)", "[$1]").replace('/', '.');
        return plain.isEmpty() || UnfitText.isUnfit(plain) ? "body" : plain;
    }
}
