package dev.producerdiscovery.worker;

import java.time.Duration;
import java.time.Instant;

/**
 * What became of a message. A handler returns it; the library carries it out in one transaction together with the
 * acknowledgement, and only if the worker still holds the lease.
 */
public sealed interface Outcome {

    /** The work is done: {@code settlement} writes its result and sends the next messages. */
    record Done(Settlement settlement) implements Outcome {}

    /** Not now, for a reason that is nobody's failure; costs no attempt. */
    record RetryLater(Duration delay, String reason) implements Outcome {}

    /** A provider does not answer before {@code until}; costs no attempt. */
    record Throttled(String provider, Instant until, String reason) implements Outcome {}

    /** Cannot ever succeed: to the dead letter queue with {@code reason}. */
    record Dead(String reason) implements Outcome {}

    /** Somebody did this already: acknowledged without effect. */
    record Duplicate(String reason) implements Outcome {}

    static Outcome done(Settlement settlement) {
        return new Done(settlement);
    }

    /**
     * The work is done, and its result is written together with those of other messages.
     *
     * @param joint the same object for all messages that may be settled together
     */
    static <T> Outcome done(JointSettlement<T> joint, T value) {
        return new Done(new JointSettlement.Share<>(joint, value));
    }

    static Outcome done() {
        return new Done(outbox -> {});
    }

    static Outcome dead(String reason) {
        return new Dead(reason);
    }
}
