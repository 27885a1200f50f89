package dev.producerdiscovery.worker.engine.message;

import dev.producerdiscovery.worker.Delivery;

/**
 * A message opened: what is known of it besides its body, and where that is.
 *
 * @param reprocessed put back from the dead letter queue: no earlier mark may swallow it
 * @param deaths how often a process died with it in hand
 */
public record Envelope(
        Delivery delivery, Body body, int priority, boolean reprocessed, int deaths, TraceContext trace) {

    /** Whether it may be the end of whatever process handles it. */
    public boolean suspect() {
        return deaths > 0;
    }
}
