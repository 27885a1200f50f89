package dev.producerdiscovery.worker.pgmq;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be leased.
 *
 * @param quantity at most so many messages
 * @param maxBodyBytes a larger body is left in the database, and its outline comes
 * @param from what fell due before it is left alone; null for all that is due
 * @param flush whether the commit waits for the disk. False where the transaction does nothing but claim: then a crash of
 *     the server can only make it forget that the messages were read
 */
public record ClaimRequest(
        Duration lease,
        int quantity,
        long maxBodyBytes,
        @Nullable Instant from,
        boolean flush) {}
