package dev.producerdiscovery.worker.engine;

import dev.producerdiscovery.worker.Delivery;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** Marks the log lines of a piece of work with the message it is about. */
final class LogContext {

    private static final int LONGEST = 200;

    private LogContext() {}

    static <T> T within(Envelope envelope, Supplier<T> work) {
        Delivery delivery = envelope.delivery();
        Map<String, String> entries = Map.of(
                "queue", delivery.queue(),
                "messageId", Long.toString(delivery.messageId()),
                "correlationId", delivery.correlationId().map(Object::toString).orElse("none"),
                // Senders write the entity that the work is about into the key, and anybody may send a long one.
                "entity", delivery.idempotencyKey().map(LogContext::cut).orElse("none"),
                "traceId", envelope.trace().traceId());
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
