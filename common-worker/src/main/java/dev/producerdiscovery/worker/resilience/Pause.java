package dev.producerdiscovery.worker.resilience;

import java.time.Duration;

/** How a thread waits for time to pass; tests pass it by hand. */
@FunctionalInterface
public interface Pause {

    /** Waits; false when interrupted, with the thread's interrupt flag set again. */
    boolean sleep(Duration duration);

    /** Really waits. */
    static Pause real() {
        return duration -> {
            try {
                Thread.sleep(duration);
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }
}
