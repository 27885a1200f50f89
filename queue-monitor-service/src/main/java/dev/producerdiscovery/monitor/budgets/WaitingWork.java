package dev.producerdiscovery.monitor.budgets;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Messages of a queue that cannot go on before a budget has room.
 *
 * @param run to which they belong; null for messages of none
 * @param artist whom the run is about, or what was asked for
 */
public record WaitingWork(
        String queue, @Nullable UUID run, @Nullable String artist, long messages, Instant until) {}
