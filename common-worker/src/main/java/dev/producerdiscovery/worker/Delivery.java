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
 * @param refresh whether its sender wants a new look: no answer will do that was given before the message was enqueued
 */
public record Delivery(
        String queue,
        long messageId,
        int readCount,
        int failures,
        Instant enqueuedAt,
        Optional<UUID> correlationId,
        Optional<String> idempotencyKey,
        boolean refresh) {

    /** Of a message that asks for no new look. */
    public Delivery(
            String queue,
            long messageId,
            int readCount,
            int failures,
            Instant enqueuedAt,
            Optional<UUID> correlationId,
            Optional<String> idempotencyKey) {
        this(queue, messageId, readCount, failures, enqueuedAt, correlationId, idempotencyKey, false);
    }

    /** The same, for a new look. */
    public Delivery refreshing() {
        return new Delivery(queue, messageId, readCount, failures, enqueuedAt, correlationId, idempotencyKey, true);
    }

    /**
     * The idempotency key of a message that follows from this one: the same for every sender within a discovery run, so
     * that a run does a piece of work once, and another one in the next run, which is meant to look again.
     *
     * @param queue where the following message goes
     * @param entity what it is about, for example a database id
     */
    public String keyFor(String queue, Object entity, int offset) {
        return queue + ":" + correlationId.map(UUID::toString).orElse("none") + ":" + entity + ":" + offset;
    }

    /**
     * Names the writing of {@code entity} by this message for the {@code process_*_atomic} functions. The enqueue time
     * is part of it because a queue that was dropped and made anew counts its message ids from one again.
     */
    public String operationId(Object entity) {
        return queue + ":" + messageId + "@" + enqueuedAt.toEpochMilli() + ":" + entity;
    }
}
