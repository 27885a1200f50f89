package dev.producerdiscovery.worker.engine;

import java.util.List;

/** Told of deliveries after they ended. Must neither block nor throw. */
@FunctionalInterface
public interface EndingListener {

    /** @param endings of one queue, at least one */
    void ended(List<Ended> endings);
}
