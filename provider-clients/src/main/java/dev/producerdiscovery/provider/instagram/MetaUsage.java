package dev.producerdiscovery.provider.instagram;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * How much of its limits an app has used, as Meta says with each answer: in percent, by calls and by time, for the app and
 * for the account it asks about.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/overview/rate-limiting">Rate limits</a>
 */
record MetaUsage(int percent, Optional<Duration> regainedIn) {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int HIGHEST = 1_000_000;
    private static final int LONGEST_MINUTES = 24 * 60;

    static MetaUsage of(HttpHeaders headers) {
        JsonNode app = json(headers.getFirst("X-App-Usage"));
        Stream<JsonNode> accounts =
                stream(json(headers.getFirst("X-Business-Use-Case-Usage"))).flatMap(MetaUsage::stream);
        int percent = 0;
        int minutes = 0;
        for (JsonNode usage : Stream.concat(Stream.of(app), accounts).toList()) {
            percent = Stream.of("call_count", "total_cputime", "total_time")
                    .map(field -> number(usage, field, HIGHEST))
                    .reduce(percent, Math::max);
            minutes = Math.max(minutes, number(usage, "estimated_time_to_regain_access", LONGEST_MINUTES));
        }
        return new MetaUsage(percent, minutes == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes)));
    }

    private static JsonNode json(@Nullable String header) {
        try {
            return header == null ? MissingNode.getInstance() : MAPPER.readTree(header);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private static Stream<JsonNode> stream(JsonNode container) {
        return StreamSupport.stream(container.values().spliterator(), false);
    }

    private static int number(JsonNode usage, String field, int most) {
        double value = usage.path(field).asDouble(0);
        return value > 0 ? (int) Math.min(most, Math.ceil(value)) : 0;
    }
}
