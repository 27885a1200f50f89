package dev.producerdiscovery.provider.http;

import java.time.Duration;

/** Sleeping, so that tests need not. */
@FunctionalInterface
public interface Pause {

    void pause(Duration duration) throws InterruptedException;
}
