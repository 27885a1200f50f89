package dev.producerdiscovery.worker.engine.settling;

import dev.producerdiscovery.worker.engine.intake.Claimed;
import java.util.List;

/**
 * What became of a group.
 *
 * @param endings in the order of the group
 * @param next messages that were claimed by the same transaction, for the slots that the group leaves
 */
record Settled<T>(List<T> endings, Claimed next) {}
