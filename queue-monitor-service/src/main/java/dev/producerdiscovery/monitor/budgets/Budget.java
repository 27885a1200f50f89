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
 * @param freedAt when the oldest of the used calls leaves the window
 * @param parkedUntil no call is sent before; null when calls are sent
 * @param holdsUp queues with work that cannot go on without the provider
 */
public record Budget(
        String provider,
        String bucket,
        @Nullable Duration window,
        long used,
        @Nullable Integer limit,
        @Nullable Instant freedAt,
        @Nullable Instant parkedUntil,
        @Nullable String reason,
        List<String> holdsUp) {

    private static final double WARNING_SHARE = 0.8;

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
