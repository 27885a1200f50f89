package dev.producerdiscovery.worker.engine.message;

import dev.producerdiscovery.worker.Delivery;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** Marks the log lines of a piece of work with the message it is about. */
public final class LogContext {

    private static final String QUEUE = "queue";
    private static final int LONGEST = 200;

    private LogContext() {}

    public static <T> T within(Envelope envelope, Supplier<T> work) {
        return within(
                envelope.delivery(),
                () -> with(Map.of("traceId", envelope.trace().traceId()), work));
    }

    /** For lines about a message that is in nobody's hands any more. */
    public static <T> T within(Delivery delivery, Supplier<T> work) {
        return with(
                Map.of(
                        QUEUE,
                        delivery.queue(),
                        "messageId",
                        Long.toString(delivery.messageId()),
                        "correlationId",
                        delivery.correlationId().map(Object::toString).orElse("none"),
                        // Senders write the entity that the work is about into the key, and anybody may send a long
                        // one.
                        "entity",
                        delivery.idempotencyKey().map(LogContext::cut).orElse("none")),
                work);
    }

    /** For lines about several messages of a queue. */
    public static <T> T within(String queue, Supplier<T> work) {
        return with(Map.of(QUEUE, queue), work);
    }

    private static <T> T with(Map<String, String> entries, Supplier<T> work) {
        entries.forEach(MDC::put);
        try {
            return work.get();
        } finally {
            entries.keySet().forEach(MDC::remove);
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
