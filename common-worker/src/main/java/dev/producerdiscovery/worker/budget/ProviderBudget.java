package dev.producerdiscovery.worker.budget;

import java.time.Instant;

/**
 * Answers "may I call endpoint bucket B of provider P now, and if not, when?" for all replicas together. Thread-safe.
 *
 * <p>A bucket groups endpoints that share a limit at the provider, for example {@code album} of {@code spotify}.
 */
public interface ProviderBudget {

    /** Every bucket of the provider. */
    String ALL_BUCKETS = "*";

    /**
     * Takes one call from the budget, waiting for a short-window rate to allow it.
     *
     * @throws dev.producerdiscovery.worker.failure.ThrottledFailure when the provider or bucket is parked, its quota is
     *     spent, or the wait would be longer than a handler should hold a slot
     */
    void acquire(String provider, String bucket);

    /**
     * Sends no further call before {@code until}, in any replica and across restarts. A later park of the same bucket
     * never shortens an earlier one.
     */
    void park(String provider, String bucket, Instant until, String reason);

    /** The provider answered again: ends a park that {@link #park} began for an outage. Does nothing otherwise. */
    void answered(String provider, String bucket);

    /** When the provider as a whole may be called again; {@link Instant#MIN} when it may be now. Never blocks on IO. */
    Instant availableAt(String provider);

    /** This process has no key for the provider: it stays unavailable here, and says why, until a restart. */
    void disable(String provider, String reason);
}
