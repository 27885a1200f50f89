package dev.producerdiscovery.monitor.deadletters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Dead letters of one queue that were given up for the same reason. */
public record DeadLetterGroup(String queue, @Nullable String reason, long messages, Instant oldest, Instant latest) {}
