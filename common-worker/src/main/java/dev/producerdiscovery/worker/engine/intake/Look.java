package dev.producerdiscovery.worker.engine.intake;

import java.time.Instant;

/** When a queue is to be looked at next. A wake-up that comes during a look is not lost. Thread-safe. */
final class Look {

    private Instant at = Instant.MIN;
    private long wakeUps;
    private boolean more;
    private int failures;

    synchronized void now() {
        wakeUps++;
        at = Instant.MIN;
    }

    synchronized boolean due(Instant now) {
        return !at.isAfter(now);
    }

    synchronized Instant at() {
        return at;
    }

    /** To be called before the look: what to hand to {@link #notBefore} after it. */
    synchronized long begin() {
        return wakeUps;
    }

    /** Looks again at {@code next}, or at once if something woke it since {@code seen}. */
    synchronized void notBefore(Instant next, long seen) {
        if (wakeUps == seen) {
            at = next;
        }
    }

    /** To be told after each look whether it found as many messages as it asked for. */
    synchronized void found(boolean asManyAsAsked) {
        more = asManyAsAsked;
    }

    /** Whether the queue probably holds more messages that can be taken at once. */
    synchronized boolean more() {
        return more;
    }

    /** How many looks in a row failed, this one included. */
    synchronized int failed() {
        more = false;
        return ++failures;
    }

    synchronized void succeeded() {
        failures = 0;
    }
}
