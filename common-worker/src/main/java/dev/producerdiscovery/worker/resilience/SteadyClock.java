package dev.producerdiscovery.worker.resilience;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Runs on evenly when somebody sets the machine's clock: for measuring how long something takes or has to wait. Its
 * instants are near the time of day at first, and may be another's only by what the clock was set since. Thread-safe.
 */
public final class SteadyClock implements InstantSource {

    private final Instant start;
    private final long startNanos = System.nanoTime();

    /** @param timeOfDay is asked once, for where to begin */
    public SteadyClock(InstantSource timeOfDay) {
        this.start = timeOfDay.instant();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }
}
