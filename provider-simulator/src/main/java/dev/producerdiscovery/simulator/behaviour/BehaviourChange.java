package dev.producerdiscovery.simulator.behaviour;

import org.jspecify.annotations.Nullable;

/**
 * What shall be different from now on; null leaves a thing as it is. The same in the configuration and in the body of
 * {@code POST /_faults}.
 *
 * @param status for {@link Fault#ERROR}
 * @param retryAfterSeconds for {@link Fault#THROTTLED}: how long it lasts
 * @param rateCalls calls allowed in rateSeconds (30 unless given); 0 lifts the limit
 * @param quota successes allowed per endpoint in quotaWindowSeconds (a day unless given); 0 lifts it
 * @param quotaBanSeconds what Retry-After says when the quota is spent
 */
public record BehaviourChange(
        @Nullable Fault fault,
        @Nullable Integer status,
        @Nullable Integer retryAfterSeconds,
        @Nullable Double faultShare,
        @Nullable Double malformedShare,
        @Nullable Integer latencyMs,
        @Nullable Integer rateCalls,
        @Nullable Integer rateSeconds,
        @Nullable Integer quota,
        @Nullable Integer quotaWindowSeconds,
        @Nullable Integer quotaBanSeconds) {}
