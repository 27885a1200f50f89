package dev.producerdiscovery.monitor.health;

import java.time.Instant;

/**
 * Something that a worker complains of.
 *
 * @param occurrences how often since {@code since}
 */
public record Issue(String worker, String type, String message, long occurrences, Instant since, Instant latest) {}
