package dev.producerdiscovery.worker.engine.handling;

import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.engine.message.LargeBodies;
import java.time.Duration;

/**
 * What all lanes of a process share, because they share its memory and its end.
 *
 * @param process tells this process from the others that work on the queues
 */
public record Household(String process, Solitude solitude, LargeBodies largeBodies) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    public static Household of(String process, EngineParts parts) {
        return new Household(process, new Solitude(PATIENCE), new LargeBodies(parts.queues()));
    }
}
