package dev.producerdiscovery.monitor.budgets;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One provider, or one group of its endpoints.
 *
 * @param bucket the group, {@code *} for the whole provider
 * @param window in which {@code limit} calls are allowed; null when there is no such quota
 * @param learned whether {@code limit} was learned from the provider, and is less than what is configured
 * @param freedAt when the oldest of the used calls leaves the window
 * @param resetAt when all of them have, and calls are sent again; null when nothing is used and nobody has to wait
 * @param parkedUntil no call is sent before; null when calls are sent
 * @param waiting work that waits for room: of every run while calls are not sent, else of runs that have had their share
 */
public record Budget(
        String provider,
        String bucket,
        @Nullable Duration window,
        long used,
        @Nullable Integer limit,
        boolean learned,
        @Nullable Instant freedAt,
        @Nullable Instant resetAt,
        @Nullable Instant parkedUntil,
        @Nullable String reason,
        List<WaitingWork> waiting) {

    private static final double WARNING_SHARE = 0.8;

    Budget withWaiting(List<WaitingWork> work) {
        return new Budget(provider, bucket, window, used, limit, learned, freedAt, resetAt, parkedUntil, reason, work);
    }

    /** Queues with work that waits for the provider. */
    @JsonProperty
    public List<String> holdsUp() {
        return waiting.stream().map(WaitingWork::queue).distinct().sorted().toList();
    }

    @JsonProperty
    public boolean parked() {
        return parkedUntil != null;
    }

    /** Null when there is no quota. */
    @JsonProperty
    public @Nullable Long left() {
        return limit == null ? null : Math.max(0, limit - used);
    }

    /** 0 to 100; null when there is no quota. */
    @JsonProperty
    public @Nullable Long usedPercent() {
        return limit == null || limit == 0 ? null : Math.min(100, Math.round(100.0 * used / limit));
    }

    /** Worth a warning: 80 % are used. */
    @JsonProperty
    public boolean nearlySpent() {
        return limit != null && used >= WARNING_SHARE * limit;
    }
}
