package dev.producerdiscovery.worker.resilience;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential backoff with full jitter: a random time between zero and {@code base * 2^failures}, at most {@code cap}.
 * Without the jitter, messages that failed together come back together. Thread-safe if the random source is.
 *
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential Backoff And
 *     Jitter</a>
 */
public final class Backoff {

    private final Duration base;
    private final Duration cap;
    private final RandomGenerator random;

    public Backoff(Duration base, Duration cap, RandomGenerator random) {
        this.base = base;
        this.cap = cap;
        this.random = random;
    }

    /** @param failures in a row before this wait, counted from 1; less counts as 1 */
    public Duration delay(int failures) {
        return Duration.ofMillis(random.nextLong(ceiling(failures).toMillis() + 1));
    }

    /** The longest wait that {@link #delay} may choose. */
    Duration ceiling(int failures) {
        int doublings = Math.max(0, failures - 1);
        // Beyond this the doubling would overflow, and the cap is long reached.
        if (doublings >= Long.numberOfLeadingZeros(Math.max(1, base.toMillis())) - 1) {
            return cap;
        }
        Duration exponential = Duration.ofMillis(base.toMillis() << doublings);
        return exponential.compareTo(cap) < 0 ? exponential : cap;
    }
}
