package dev.producerdiscovery.worker.engine.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Lets slots come together for a worker that takes batches. Without it the slots of messages that once came one by one
 * would become free one by one for ever, and each would take a single message however many wait. Thread-safe.
 */
final class Gathering {

    /** A handler that hangs must not keep the slots of the others empty. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final int enough;
    private final InstantSource steady;
    private Instant until = Instant.MAX;

    /** @param enough slots that are worth a read; 1 never waits */
    Gathering(int enough, InstantSource steady) {
        this.enough = enough;
        this.steady = steady;
    }

    /**
     * Whether to read nothing yet.
     *
     * @param free slots that could be filled now
     * @param more whether the queue holds enough to fill them all
     */
    synchronized boolean goesOn(int free, boolean more) {
        if (free >= enough || !more) {
            until = Instant.MAX;
            return false;
        }
        if (free > 0 && until.equals(Instant.MAX)) {
            until = steady.instant().plus(PATIENCE);
        }
        boolean patient = steady.instant().isBefore(until);
        if (!patient) {
            until = Instant.MAX;
        }
        return patient;
    }

    /** How long it goes on at most. */
    Duration patience() {
        return PATIENCE;
    }
}
