package dev.producerdiscovery.worker.budget;

import java.time.Instant;
import java.util.function.ToIntFunction;

/**
 * Answers "may I call endpoint bucket B of provider P now, and if not, when?" for all replicas together. Thread-safe.
 *
 * <p>A bucket groups endpoints that share a limit at the provider, for example {@code album} of {@code spotify}.
 */
public interface ProviderBudget {

    /** Every bucket of the provider. */
    String ALL_BUCKETS = "*";

    /** Instead of a number of calls: no quota is for this bucket, whatever is configured for its provider. */
    int EXEMPT = -1;

    /**
     * Takes one call from the budget, waiting for a short-window rate to allow it. Call it immediately before the
     * request is sent: a park made while this waited is still obeyed.
     *
     * @throws dev.producerdiscovery.worker.failure.ThrottledFailure when the provider or bucket is parked or disabled,
     *     its quota is spent, or the wait would be longer than a handler should hold a slot; as {@link
     *     dev.producerdiscovery.worker.failure.ShareSpentFailure} when only the present run has to wait
     */
    void acquire(String provider, String bucket);

    /**
     * Sends no further call before {@code until}, in any replica and across restarts. A later park of the same bucket
     * never shortens an earlier one. For rate limits, spent quotas and bans: {@link #answered} does not end it.
     */
    void park(String provider, String bucket, Instant until, String reason);

    /**
     * Like {@link #park}, because the provider says that the bucket's quota of the day is spent. Where that is sooner than
     * was known, fewer calls are sent for a week.
     */
    void quotaSpent(String provider, String bucket, Instant until, String reason);

    /**
     * How many calls each bucket of the provider takes in any 24 hours, as far as its client knows; 0 for as many as one
     * likes. Asked before each call. What is configured goes before, but for buckets that are {@link #EXEMPT}.
     */
    void quota(String provider, ToIntFunction<String> callsADay);

    /**
     * Like {@link #park} for the whole provider, because it is down: {@link #answered} ends it, so the {@code until}
     * is only when to try again.
     */
    void parkForOutage(String provider, Instant until, String reason);

    /** The provider answered again: ends what {@link #parkForOutage} began. Does nothing, and costs nothing, otherwise. */
    void answered(String provider);

    /**
     * When the provider as a whole may be called again: {@link Instant#MIN} when it may be now, {@link Instant#MAX}
     * when it is disabled here. Never blocks on IO.
     */
    Instant availableAt(String provider);

    /** This process has no key for the provider: it stays unavailable here, and says why, until a restart. */
    void disable(String provider, String reason);

    /** A budget that never refuses, for tests and tools. */
    static ProviderBudget unlimited() {
        return new UnlimitedBudget();
    }
}
