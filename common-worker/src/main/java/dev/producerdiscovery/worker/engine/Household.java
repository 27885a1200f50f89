package dev.producerdiscovery.worker.engine;

import java.time.Duration;

/**
 * What all lanes of a process share, because they share its memory and its end.
 *
 * @param process tells this process from the others that work on the queues
 */
record Household(String process, Solitude solitude, LargeBodies largeBodies) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    static Household of(String process, EngineParts parts) {
        return new Household(process, new Solitude(PATIENCE), new LargeBodies(parts.queues()));
    }
}
