package dev.producerdiscovery.worker.engine.leases;

import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.pgmq.PgmqClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Tells the database that this process works on a queue, so that nobody resets a message that it holds: before the first
 * read, and then as often as leases are renewed. Thread-safe.
 */
public final class Heartbeat {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    private final String queue;
    private final String worker;
    private final PgmqClient queues;
    private final Duration lease;
    private final InstantSource clock;
    private volatile Instant nextAt = Instant.MIN;

    public Heartbeat(String queue, String worker, EngineParts parts) {
        this.queue = queue;
        this.worker = worker;
        this.queues = parts.queues();
        this.lease = parts.settings().lease();
        this.clock = parts.steady();
    }

    /**
     * @return whether it was due
     * @throws DataAccessException when it was due and the database did not take it; it is due again then
     */
    public synchronized boolean beatIfDue() {
        Instant now = clock.instant();
        if (nextAt.isAfter(now)) {
            return false;
        }
        queues.heartbeat(queue, worker, lease);
        nextAt = now.plus(lease.dividedBy(3));
        return true;
    }

    /** Whether everybody can see that this process lives, as of the last beat. */
    public boolean seen() {
        return clock.instant().isBefore(nextAt.plus(lease.dividedBy(6)));
    }

    /** Ends the protection of what this process may have left behind. */
    public synchronized void stop() {
        nextAt = Instant.MIN;
        try {
            queues.leave(queue, worker);
        } catch (DataAccessException e) {
            log.debug("{} could not take its leave of {}: it counts as alive for another lease", worker, queue, e);
        }
    }
}
