package dev.producerdiscovery.worker.engine.running;

import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.engine.Ended;
import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.engine.WorkerSettings;
import dev.producerdiscovery.worker.engine.handling.Handling;
import dev.producerdiscovery.worker.engine.intake.Claims;
import dev.producerdiscovery.worker.engine.intake.Permits;
import dev.producerdiscovery.worker.engine.message.InFlight;
import dev.producerdiscovery.worker.engine.message.LargeBodies;
import dev.producerdiscovery.worker.engine.message.MessageReader;
import dev.producerdiscovery.worker.engine.settling.PatientSettler;
import dev.producerdiscovery.worker.engine.settling.Refusals;
import dev.producerdiscovery.worker.pgmq.ClaimedMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Works on one message of a queue on the calling thread, for tests that step by hand. */
public final class SingleStep {

    private final String queue;
    private final EngineParts parts;
    private final MessageReader reader;
    private final Handling<?> handling;
    private final PatientSettler settler;

    public SingleStep(BaseWorker<?> worker, EngineParts parts) {
        this.queue = worker.queue();
        this.parts = parts;
        this.reader = new MessageReader(parts, new LargeBodies(parts.queues()));
        this.handling = new Handling<>(worker, reader, parts.deduplication());
        Permits permits = new Permits(worker.requiredProviders(), parts);
        this.settler = PatientSettler.of(
                queue, new Claims(queue, parts, () -> {}), permits, new Refusals(queue, permits, parts), parts);
    }

    /** How the next visible message ended; empty when there is none or the queue is paused. */
    public Optional<Ended> run() {
        WorkerSettings settings = parts.settings();
        List<ClaimedMessage> messages = parts.queues().claim(queue, settings.lease(), 1, Claims.mostAtOnce(settings));
        return messages.stream()
                .findFirst()
                .map(message -> run(message, parts.steady().instant()));
    }

    private Ended run(ClaimedMessage message, Instant claimedAt) {
        InFlight running = new InFlight(message, reader.open(message), claimedAt);
        return settler.settle(running, handling.handle(running.envelope()));
    }
}
