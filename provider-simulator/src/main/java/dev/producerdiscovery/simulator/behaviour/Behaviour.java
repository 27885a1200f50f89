package dev.producerdiscovery.simulator.behaviour;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one provider behaves.
 *
 * @param status what {@link Fault#ERROR} answers with
 * @param throttledUntil when {@link Fault#THROTTLED} ends; null while it was not asked for
 * @param faultShare part of the calls, 0 to 1, that fail in one way or another by chance
 * @param malformedShare part of the answers, 0 to 1, that break off in the middle or lack something
 * @param rate null where calls are not counted in short windows; likewise quota
 */
public record Behaviour(
        Fault fault,
        int status,
        @Nullable Instant throttledUntil,
        double faultShare,
        double malformedShare,
        Duration latency,
        @Nullable Rate rate,
        @Nullable Quota quota) {

    static Behaviour sound(Duration latency) {
        return new Behaviour(Fault.NONE, 500, null, 0, 0, latency, null, null);
    }

    /** At most so many calls in any such time, over all endpoints. */
    public record Rate(int calls, Duration window) {}

    /** At most so many successes of one endpoint in any such time; who asks for more has to wait this long. */
    public record Quota(int calls, Duration window, Duration ban) {}

    /**
     * @throws IllegalArgumentException where the change says what cannot be, naming the field
     */
    Behaviour with(BehaviourChange change, Instant now) {
        @Nullable Instant until = throttledUntil;
        if (change.fault() == Fault.THROTTLED) {
            until = now.plusSeconds(or(change.retryAfterSeconds(), 60));
        }
        return new Behaviour(
                or(change.fault(), fault),
                or(change.status(), status),
                until,
                share("faultShare", or(change.faultShare(), faultShare)),
                share("malformedShare", or(change.malformedShare(), malformedShare)),
                change.latencyMs() == null ? latency : Duration.ofMillis(change.latencyMs()),
                rate(change),
                quota(change));
    }

    private @Nullable Rate rate(BehaviourChange change) {
        if (change.rateCalls() == null) {
            return rate;
        }
        return change.rateCalls() <= 0
                ? null
                : new Rate(change.rateCalls(), Duration.ofSeconds(or(change.rateSeconds(), 30)));
    }

    private @Nullable Quota quota(BehaviourChange change) {
        if (change.quota() == null) {
            return quota;
        }
        return change.quota() <= 0
                ? null
                : new Quota(
                        change.quota(),
                        Duration.ofSeconds(or(change.quotaWindowSeconds(), 86_400)),
                        Duration.ofSeconds(or(change.quotaBanSeconds(), 50_000)));
    }

    private static double share(String field, double value) {
        if (value < 0 || value > 1) {
            throw new IllegalArgumentException(field + " must be between 0 and 1, not " + value);
        }
        return value;
    }

    private static <T> T or(@Nullable T asked, T otherwise) {
        return asked == null ? otherwise : asked;
    }
}
