package dev.producerdiscovery.worker.failure;

import java.time.Duration;
import java.time.Instant;

/**
 * The provider answers, but not this run before a known time: it has had its share of a quota, and the rest is for the
 * others. Only the message waits; those of other runs in its queue go on.
 */
public final class ShareSpentFailure extends ThrottledFailure {

    private static final long serialVersionUID = 1L;

    private final Duration lookAgain;

    /** @param lookAgain after how long the message looks again: sooner than {@code until}, because others may end */
    public ShareSpentFailure(String provider, Instant until, String reason, Duration lookAgain) {
        super(provider, until, reason);
        this.lookAgain = lookAgain;
    }

    public Duration lookAgain() {
        return lookAgain;
    }
}
