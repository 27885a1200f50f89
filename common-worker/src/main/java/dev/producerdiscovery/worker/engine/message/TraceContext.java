package dev.producerdiscovery.worker.engine.message;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace context of a message. A message without one starts a trace named after its discovery run, so that the
 * run can be found by its correlation id.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/">Trace Context</a>
 */
public record TraceContext(String traceId, String spanId, String flags) {

    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    /** The context in which a message is handled: a new span of the sender's trace. */
    static TraceContext of(@Nullable String traceparent, Optional<UUID> correlationId, RandomGenerator random) {
        Matcher matcher = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        if (matcher.matches()) {
            return new TraceContext(matcher.group(1), span(random), matcher.group(3));
        }
        String traceId =
                correlationId.map(id -> id.toString().replace("-", "")).orElseGet(() -> span(random) + span(random));
        return new TraceContext(traceId, span(random), "01");
    }

    public String traceparent() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static String span(RandomGenerator random) {
        // All zeros would mean "no span".
        return HexFormat.of().toHexDigits(random.nextLong() | 1L);
    }
}
