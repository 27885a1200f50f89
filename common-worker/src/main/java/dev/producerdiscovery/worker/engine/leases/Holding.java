package dev.producerdiscovery.worker.engine.leases;

import dev.producerdiscovery.worker.engine.message.InFlight;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * A queue as its leases are kept.
 *
 * @param messages those in hand, at any time
 * @param timeOut is told of a message whose handler used up its time
 * @param lost is told of a message whose lease somebody else took over
 */
public record Holding(
        String queue,
        Heartbeat heartbeat,
        Collection<InFlight> messages,
        Consumer<InFlight> timeOut,
        Consumer<InFlight> lost) {}
