package dev.producerdiscovery.worker.resilience;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one waiting thread; a signal given before the wait is not lost. */
final class Signal {

    private final Semaphore given = new Semaphore(0);

    void give() {
        given.release();
    }

    /** Waits for a signal or for the time to pass; false when interrupted. */
    boolean await(Duration atMost) {
        try {
            boolean signalled = given.tryAcquire(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS);
            if (signalled) {
                given.drainPermits();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
