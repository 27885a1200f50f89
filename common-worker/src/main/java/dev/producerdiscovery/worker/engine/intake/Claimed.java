package dev.producerdiscovery.worker.engine.intake;

import dev.producerdiscovery.worker.pgmq.ClaimedMessage;
import java.time.Instant;
import java.util.List;

/**
 * What a look into the queue found.
 *
 * @param at a time before their leases began
 */
public record Claimed(List<ClaimedMessage> messages, Instant at) {

    public static Claimed nothing() {
        return new Claimed(List.of(), Instant.MAX);
    }
}
