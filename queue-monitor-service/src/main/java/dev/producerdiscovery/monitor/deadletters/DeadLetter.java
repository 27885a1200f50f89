package dev.producerdiscovery.monitor.deadletters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message in a dead letter queue.
 *
 * @param messageId its id there
 * @param queue where it came from
 * @param reason why it was given up; null when somebody put it there by hand
 */
public record DeadLetter(
        long messageId,
        String queue,
        @Nullable Long originalMessageId,
        Instant movedAt,
        @Nullable String reason,
        JsonNode message) {

    /** For people. */
    public String body() {
        return message.toPrettyString();
    }
}
