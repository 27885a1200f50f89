package dev.producerdiscovery.worker.engine;

import java.time.Instant;

/** Leases the next messages of a queue, by itself or as the last step of a settlement. Thread-safe. */
final class Claims {

    private final String queue;
    private final EngineParts parts;

    Claims(String queue, EngineParts parts) {
        this.queue = queue;
        this.parts = parts;
    }

    /** @param atMost as many as there are slots for */
    Claimed next(int atMost) {
        WorkerSettings settings = parts.settings();
        Instant before = parts.steady().instant();
        return new Claimed(
                parts.queues()
                        .claim(
                                queue,
                                settings.lease(),
                                atMost,
                                settings.maxBody().toBytes()),
                before);
    }
}
