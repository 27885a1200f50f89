package dev.producerdiscovery.worker.engine;

import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.pgmq.ClaimedMessage;
import dev.producerdiscovery.worker.pgmq.Lease;
import dev.producerdiscovery.worker.resilience.Backoff;
import dev.producerdiscovery.worker.resilience.Loop;
import dev.producerdiscovery.worker.resilience.Outage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;

/**
 * One queue as this process works on it: its slots, the messages in hand, and the way each of them takes from the read
 * to its end. Thread-safe.
 */
final class Lane {

    private final String queue;
    private final EngineParts parts;
    private final Permits permits;
    private final Handling<?> handling;
    private final MessageReader reader;
    private final PatientSettler settler;
    private final Runnable slotFreed;
    private final Map<Lease, InFlight> inFlight = new ConcurrentHashMap<>();
    private final Queue<Finished> finished = new ConcurrentLinkedQueue<>();
    private final Loop settling;
    private final Look look = new Look();
    private final Outage unreadable;
    private final Heartbeat heartbeat;

    /** @param process tells this process from the others that work on the queue */
    Lane(BaseWorker<?> worker, String process, EngineParts parts, Runnable slotFreed) {
        WorkerSettings settings = parts.settings();
        FailureClassifier classifier = new FailureClassifier();
        this.queue = worker.queue();
        this.unreadable = new Outage("Queue " + queue, "It is tried again and again.", parts.clock());
        this.heartbeat = new Heartbeat(queue, process, parts);
        this.parts = parts;
        this.slotFreed = slotFreed;
        this.reader = new MessageReader(parts.json(), parts.random());
        this.permits = new Permits(settings.concurrency(), worker.requiredProviders(), parts.budget(), parts.clock());
        this.handling = new Handling<>(worker, reader, parts.deduplication(), classifier);
        Backoff backoff = new Backoff(settings.backoffBase(), settings.backoffCap(), parts.random());
        Returns returns = new Returns(queue, parts, permits, new Attempts(settings.maxAttempts(), backoff));
        this.settler = new PatientSettler(new Settler(queue, parts, returns), classifier, parts);
        this.settling = new Loop("worker-settle-" + queue, this::settleFinished);
    }

    String queue() {
        return queue;
    }

    Permits permits() {
        return permits;
    }

    Look look() {
        return look;
    }

    Heartbeat heartbeat() {
        return heartbeat;
    }

    /** The state of being refused by a database that answers, for example because there is no such queue. */
    Outage unreadable() {
        return unreadable;
    }

    Collection<InFlight> inFlight() {
        return inFlight.values();
    }

    boolean idle() {
        return inFlight.isEmpty();
    }

    /** Starts messages whose permits are taken already. */
    void start(List<ClaimedMessage> messages, Instant claimedAt) {
        for (ClaimedMessage message : messages) {
            InFlight started = new InFlight(message, reader.open(message), claimedAt);
            inFlight.put(started.lease(), started);
            Thread thread = Thread.ofVirtual()
                    .name("worker-" + queue + "-" + started.id())
                    .unstarted(() -> handle(started));
            started.handledBy(thread);
            thread.start();
        }
    }

    private void handle(InFlight message) {
        try {
            Verdict verdict = LogContext.within(message.envelope(), () -> handling.handle(message.envelope()));
            if (message.beginSettling()) {
                settleLater(message, verdict);
            }
        } finally {
            closeIfOver(message);
        }
    }

    /** The handler used up its time: the attempt failed, whether or not its thread ever ends. */
    void timeOut(InFlight message) {
        if (message.beginSettling()) {
            message.interrupt();
            Duration limit = parts.settings().maxHandlingTime();
            String error = "the handler was still busy after " + limit.toSeconds() + " s and was interrupted";
            settleLater(message, new Verdict.Failed(error, new TimeoutException(error), true));
        }
    }

    /** Takes a message out of this process's hands without settling it; false when it is being settled. */
    boolean abandon(InFlight message, Ending ending, String reason) {
        boolean mine = message.giveUp();
        if (mine) {
            close(message);
            Duration took = Duration.between(message.claimedAt(), parts.clock().instant());
            parts.listener()
                    .ended(List.of(new Ended(message.envelope().delivery(), ending, reason, null, false, took)));
        }
        return mine;
    }

    void startSettling() {
        settling.start();
    }

    void stopSettling(Duration patience) {
        settling.stop(patience);
    }

    private void settleLater(InFlight message, Verdict verdict) {
        finished.add(new Finished(message, verdict));
        settling.wake();
    }

    private Duration settleFinished() {
        List<Finished> group = new ArrayList<>();
        for (Finished next = finished.poll(); next != null; next = finished.poll()) {
            group.add(next);
            if (group.size() == parts.settings().settleGroup()) {
                settle(group);
                group = new ArrayList<>();
            }
        }
        if (!group.isEmpty()) {
            settle(group);
        }
        return finished.isEmpty() ? parts.settings().safetyPoll() : Duration.ZERO;
    }

    private void settle(List<Finished> group) {
        List<Ended> endings = settler.settle(group);
        endings.stream()
                .filter(ended -> ended.ending() == Ending.DONE)
                .forEach(ended -> parts.deduplication().completed(ended.delivery()));
        if (endings.stream().anyMatch(ended -> ended.ending().comesAgain())) {
            // Nothing notifies of a message that is put back, and it may be due long before the next poll.
            look.now();
        }
        group.forEach(settled -> close(settled.message()));
        parts.listener().ended(endings);
    }

    /** Handles and settles a message on the calling thread. */
    Ended runHere(ClaimedMessage message, Instant claimedAt) {
        InFlight running = new InFlight(message, reader.open(message), claimedAt);
        Verdict verdict = LogContext.within(running.envelope(), () -> handling.handle(running.envelope()));
        return settler.settle(List.of(new Finished(running, verdict))).getFirst();
    }

    private void close(InFlight message) {
        inFlight.remove(message.lease());
        closeIfOver(message);
    }

    private void closeIfOver(InFlight message) {
        if (message.over()) {
            permits.giveBack(1);
            slotFreed.run();
        }
    }
}
