package dev.producerdiscovery.worker.engine.settling;

import dev.producerdiscovery.worker.engine.Ended;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.engine.handling.Hands;
import dev.producerdiscovery.worker.engine.handling.Opening;
import dev.producerdiscovery.worker.engine.handling.Verdict;
import dev.producerdiscovery.worker.engine.intake.Claimed;
import dev.producerdiscovery.worker.engine.intake.Intake;
import dev.producerdiscovery.worker.engine.message.InFlight;
import dev.producerdiscovery.worker.resilience.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Settles what handlers finished, several messages in one transaction, and starts the messages that took their place.
 * A finished message waits a moment for those still being handled: handlers that are quick end together, and without
 * the wait the first of them would take a commit for itself, and the next claim would find one free slot instead of
 * all. Handlers that are slow do not notice. Where more slots are configured than share a transaction, a second group
 * that is complete is settled beside the first.
 */
public final class Settling {

    private static final Duration LINGER = Duration.ofMillis(2);

    private final EngineParts parts;
    private final PatientSettler settler;
    private final Intake intake;
    private final Hands hands;
    private final Opening opening;
    private final Line<Finished> line;
    private final Loop loop;
    private final Loop beside;
    private Instant lingerUntil = Instant.MAX;
    private volatile boolean busy;

    /**
     * @param maxBatch most messages that are handled together: a batch is not torn apart
     * @param opening starts what was claimed along with a settlement
     */
    public Settling(
            String queue,
            int maxBatch,
            PatientSettler settler,
            Intake intake,
            Hands hands,
            Opening opening,
            EngineParts parts) {
        this.parts = parts;
        this.settler = settler;
        this.line = new Line<>(Math.max(parts.settings().settleGroup(), maxBatch));
        this.intake = intake;
        this.hands = hands;
        this.opening = opening;
        this.loop = new Loop("worker-settle-" + queue, this::step);
        this.beside = new Loop("worker-settle-beside-" + queue, this::stepBeside);
    }

    public void start() {
        loop.start();
        beside.start();
    }

    public void stop(Duration patience) {
        loop.stop(patience);
        beside.stop(patience);
    }

    /** Thread-safe. */
    public void add(InFlight message, Verdict verdict) {
        if (line.add(new Finished(message, verdict)) == 1 || together()) {
            loop.wake();
        }
        if (busy) {
            besideIfComplete();
        }
    }

    private void besideIfComplete() {
        if (line.complete()) {
            beside.wake();
        }
    }

    /** Whether as many have come together as can, or as may share a transaction. */
    private boolean together() {
        return line.complete() || !hands.busy();
    }

    private Duration step() {
        if (line.isEmpty()) {
            return parts.settings().safetyPoll();
        }
        Instant now = parts.steady().instant();
        if (!together() && now.isBefore(lingerUntil)) {
            if (lingerUntil.equals(Instant.MAX)) {
                lingerUntil = now.plus(LINGER);
            }
            return Duration.between(now, lingerUntil);
        }
        lingerUntil = Instant.MAX;
        busy = true;
        try {
            List<Finished> group = line.take();
            besideIfComplete();
            settle(group);
        } finally {
            busy = false;
        }
        return Duration.ZERO;
    }

    private Duration stepBeside() {
        List<Finished> group = busy ? line.takeComplete() : List.of();
        settle(group);
        return group.isEmpty() ? parts.settings().safetyPoll() : Duration.ZERO;
    }

    private void settle(List<Finished> group) {
        if (group.isEmpty()) {
            return;
        }
        int wanted = takeSlotsOf(group);
        Settled<Ended> settled = settler.settle(group, wanted);
        try {
            // Started before the others are closed: in between, the lane would seem to be idle.
            startNext(settled.next(), wanted);
        } finally {
            group.forEach(message -> hands.close(message.message()));
            if (settled.endings().stream().anyMatch(ended -> ended.ending().comesAgain())) {
                // Nothing notifies of a message that is put back, and it may be due long before the next poll.
                intake.lookNow();
            }
            tell(settled.endings());
        }
    }

    /** None while messages are put back: the same transaction would claim them again. */
    private int takeSlotsOf(List<Finished> group) {
        return group.stream().allMatch(Finished::leavesTheQueue)
                ? intake.takeSlotsOf(group.stream().map(Finished::message).toList())
                : 0;
    }

    private void startNext(Claimed next, int wanted) {
        intake.foundAlong(next.messages().size(), wanted);
        opening.start(next);
    }

    private void tell(List<Ended> endings) {
        parts.listener().ended(endings);
        parts.deduplication()
                .completed(endings.stream()
                        .filter(ended -> ended.ending() == Ending.DONE)
                        .map(Ended::delivery)
                        .toList());
    }
}
