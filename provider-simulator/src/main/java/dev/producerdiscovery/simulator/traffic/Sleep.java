package dev.producerdiscovery.simulator.traffic;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Sleep {

    void of(Duration duration) throws InterruptedException;
}
