package dev.producerdiscovery.worker.engine.running;

import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.engine.handling.Dispatcher;
import dev.producerdiscovery.worker.engine.handling.Hands;
import dev.producerdiscovery.worker.engine.handling.Household;
import dev.producerdiscovery.worker.engine.handling.Opening;
import dev.producerdiscovery.worker.engine.handling.Verdict;
import dev.producerdiscovery.worker.engine.intake.Claims;
import dev.producerdiscovery.worker.engine.intake.Inlet;
import dev.producerdiscovery.worker.engine.intake.Intake;
import dev.producerdiscovery.worker.engine.intake.Permits;
import dev.producerdiscovery.worker.engine.leases.Heartbeat;
import dev.producerdiscovery.worker.engine.leases.Holding;
import dev.producerdiscovery.worker.engine.message.InFlight;
import dev.producerdiscovery.worker.engine.message.MessageReader;
import dev.producerdiscovery.worker.engine.settling.PatientSettler;
import dev.producerdiscovery.worker.engine.settling.Refusals;
import dev.producerdiscovery.worker.engine.settling.Settling;
import dev.producerdiscovery.worker.pgmq.Lease;
import dev.producerdiscovery.worker.resilience.Outage;
import java.time.Duration;
import java.util.List;

/** One queue as this process works on it: puts the parts together that a message passes from the read to its end. */
final class Lane {

    private final String queue;
    private final Permits permits;
    private final Intake intake;
    private final Hands hands;
    private final Opening opening;
    private final Settling settling;
    private final Refusals refusals;
    private final Heartbeat heartbeat;
    private final Outage unreadable;
    private final Inlet inlet;

    <M> Lane(BaseWorker<M> worker, Household household, EngineParts parts, Runnable wake) {
        int maxBatch = Dispatcher.maxBatch(worker);
        MessageReader reader = new MessageReader(parts, household.largeBodies());
        this.queue = worker.queue();
        this.unreadable = new Outage("Queue " + queue, "It is tried again and again.", parts.clock());
        this.heartbeat = new Heartbeat(queue, household.process(), parts);
        this.permits = new Permits(worker.requiredProviders(), parts);
        this.intake = new Intake(permits, maxBatch, heartbeat, household.solitude()::wanted, parts, wake);
        this.hands = new Hands(queue, intake, household.solitude(), parts, this::finished);
        Dispatcher<M> dispatcher = new Dispatcher<>(worker, reader, household, parts, hands::handled);
        this.opening = new Opening(queue, parts.queues(), reader, permits, household.solitude(), hands, dispatcher);
        Claims claims = new Claims(queue, parts, intake::lookNow);
        this.refusals = new Refusals(queue, permits, parts);
        PatientSettler settler = PatientSettler.of(queue, claims, permits, refusals, parts);
        this.settling = new Settling(queue, maxBatch, settler, intake, hands, opening, parts);
        this.inlet = new Inlet(intake, claims, heartbeat, unreadable, opening::start, refusals::nothingThere);
    }

    private void finished(InFlight message, Verdict verdict) {
        settling.add(message, verdict);
    }

    String queue() {
        return queue;
    }

    /** The way in, for the thread that reads. */
    Inlet inlet() {
        return inlet;
    }

    /** What is in hand, for the thread that keeps leases. */
    Holding holding() {
        return new Holding(
                queue,
                heartbeat,
                hands.messages(),
                hands::timeOut,
                message -> hands.abandon(message, Ending.LOST, "the lease was lost while the handler was busy"));
    }

    /** Something may be due sooner than was known. */
    void lookNow() {
        intake.lookNow();
    }

    void start() {
        opening.open();
        intake.reading(true);
        settling.start();
    }

    /** From now on nothing is read along with a settlement. */
    void readNoMore() {
        intake.reading(false);
    }

    /** Waits at most so long for the settlements under way. */
    void stopSettling(Duration patience) {
        settling.stop(patience);
    }

    /** Whatever a statement that was still under way brings is given back. */
    void close() {
        opening.close();
    }

    /** Takes what handlers are still busy with out of this process's hands. */
    List<Lease> abandonUnfinished() {
        return hands.messages().stream()
                .filter(message -> hands.abandon(message, Ending.RELEASED, "the worker stops"))
                .map(InFlight::lease)
                .toList();
    }

    /** The leases of what is in hand. */
    List<Lease> leases() {
        return hands.messages().stream().map(InFlight::lease).toList();
    }

    /** Ends the protection of what this process may have left behind. */
    void leave() {
        heartbeat.stop();
    }

    boolean idle() {
        return hands.empty();
    }

    /** Slots in use at present. */
    int busy() {
        return permits.taken();
    }

    /** Whether all handlers hang: only a restart of the process helps then. */
    boolean stalled() {
        return hands.stalled();
    }

    /** Whether the database lets nothing of the queue be read, or nothing be stored. */
    boolean refused() {
        return unreadable.ongoing() || refusals.ongoing();
    }
}
