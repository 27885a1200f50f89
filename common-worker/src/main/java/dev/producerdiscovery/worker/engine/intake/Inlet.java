package dev.producerdiscovery.worker.engine.intake;

import dev.producerdiscovery.worker.engine.leases.Heartbeat;
import dev.producerdiscovery.worker.resilience.Outage;
import java.util.function.Consumer;

/**
 * A queue as it is read.
 *
 * @param unreadable the state of being refused by a database that answers, for example because there is no such queue
 * @param start takes what was claimed, with its slots
 * @param nothingThere is told when there was nothing to claim
 */
public record Inlet(
        Intake intake,
        Claims claims,
        Heartbeat heartbeat,
        Outage unreadable,
        Consumer<Claimed> start,
        Runnable nothingThere) {}
