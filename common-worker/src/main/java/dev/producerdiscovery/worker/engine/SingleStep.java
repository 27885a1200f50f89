package dev.producerdiscovery.worker.engine;

import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.pgmq.ClaimedMessage;
import java.util.List;
import java.util.Optional;

/** Works on one message of a queue on the calling thread, for tests that step by hand. */
public final class SingleStep {

    private final Lane lane;
    private final EngineParts parts;

    public SingleStep(BaseWorker<?> worker, EngineParts parts) {
        this.lane = new Lane(worker, Household.of("single step", parts), parts, () -> {});
        this.parts = parts;
    }

    /** How the next visible message ended; empty when there is none or the queue is paused. */
    public Optional<Ended> run() {
        WorkerSettings settings = parts.settings();
        List<ClaimedMessage> messages =
                parts.queues().claim(lane.queue(), settings.lease(), 1, Claims.mostAtOnce(settings));
        return messages.stream()
                .findFirst()
                .map(message -> lane.runHere(message, parts.steady().instant()));
    }
}
