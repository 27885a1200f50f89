package dev.producerdiscovery.worker.engine;

import java.time.Instant;

/** When a queue is to be looked at next. A wake-up that comes during a look is not lost. Thread-safe. */
final class Look {

    private Instant at = Instant.MIN;
    private long wakeUps;
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

    /** How many looks in a row failed, this one included. */
    synchronized int failed() {
        return ++failures;
    }

    synchronized void succeeded() {
        failures = 0;
    }
}
