package dev.producerdiscovery.worker.engine.settling;

import dev.producerdiscovery.worker.resilience.Backoff;
import java.time.Duration;
import java.util.Optional;

/** When a message that failed is tried again. Counts failures, which PGMQ's read count is not. */
final class Attempts {

    private final int max;
    private final Backoff backoff;

    Attempts(int max, Backoff backoff) {
        this.max = max;
        this.backoff = backoff;
    }

    /** The wait after this many failures; empty when they were enough. */
    Optional<Duration> waitAfter(int failures) {
        return failures >= max ? Optional.empty() : Optional.of(backoff.delay(failures));
    }

    int max() {
        return max;
    }
}
