package dev.producerdiscovery.monitor.queues;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** A message that somebody took and did not finish. */
public record StuckMessage(
        long messageId,
        int readCount,
        Instant lockedSince,
        double minutesLocked,
        Instant visibleAt,
        JsonNode message) {}
