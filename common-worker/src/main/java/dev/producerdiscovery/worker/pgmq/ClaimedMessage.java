package dev.producerdiscovery.worker.pgmq;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as it was read.
 *
 * @param leasedUntil by the server's clock: as long after it was read as the lease lasts
 * @param body the JSON text; null when the sender sent SQL null. Of a body that is larger than was asked for only what its
 *     sender noted for workers
 * @param headers the JSON text of the headers, if any
 * @param oversizedBytes the size of a body that was left in the database, else 0
 */
public record ClaimedMessage(
        String queue,
        Lease lease,
        Instant enqueuedAt,
        Instant leasedUntil,
        @Nullable String body,
        @Nullable String headers,
        long oversizedBytes) {}
