package dev.producerdiscovery.worker;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a message besides its body.
 *
 * @param readCount how often the message was read, including this time; the fencing token of the lease
 * @param failures how many real attempts failed before
 * @param correlationId the discovery run this message belongs to, if its sender named one
 */
public record Delivery(
        String queue,
        long messageId,
        int readCount,
        int failures,
        Instant enqueuedAt,
        Optional<UUID> correlationId,
        Optional<String> idempotencyKey) {}
