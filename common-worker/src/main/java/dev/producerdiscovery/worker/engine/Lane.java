package dev.producerdiscovery.worker.engine;

import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.pgmq.ClaimedMessage;
import dev.producerdiscovery.worker.pgmq.Lease;
import dev.producerdiscovery.worker.resilience.Backoff;
import dev.producerdiscovery.worker.resilience.Outage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One queue as this process works on it: its slots, the messages in hand, and the way each of them takes from the read
 * to its end. Thread-safe.
 */
final class Lane {

    private final String queue;
    private final EngineParts parts;
    private final Permits permits;
    private final Handling<?> handling;
    private final Dispatcher<?> dispatcher;
    private final MessageReader reader;
    private final PatientSettler settler;
    private final Runnable slotFreed;
    private final Map<Lease, InFlight> inFlight = new ConcurrentHashMap<>();
    private final AtomicInteger handlers = new AtomicInteger();
    private final Settling settling;
    private final Look look = new Look();
    private final Outage unreadable;
    private final Heartbeat heartbeat;
    private volatile boolean reading;

    /** @param process tells this process from the others that work on the queue */
    <M> Lane(BaseWorker<M> worker, String process, EngineParts parts, Runnable slotFreed) {
        WorkerSettings settings = parts.settings();
        FailureClassifier classifier = new FailureClassifier();
        this.queue = worker.queue();
        this.unreadable = new Outage("Queue " + queue, "It is tried again and again.", parts.clock());
        this.heartbeat = new Heartbeat(queue, process, parts);
        this.parts = parts;
        this.slotFreed = slotFreed;
        this.reader = new MessageReader(parts.json(), parts.random());
        this.permits = new Permits(settings.concurrency(), worker.requiredProviders(), parts.budget(), parts.clock());
        Handling<M> single = new Handling<>(worker, reader, parts.deduplication(), classifier);
        this.handling = single;
        this.dispatcher = new Dispatcher<>(worker, single, classifier, this::handled);
        Backoff backoff = new Backoff(settings.backoffBase(), settings.backoffCap(), parts.random());
        Returns returns = new Returns(queue, parts, permits, new Attempts(settings.maxAttempts(), backoff));
        this.settler = new PatientSettler(new Settler(queue, parts, returns), classifier, parts);
        this.settling = new Settling(this, parts, settler);
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

    Settling settling() {
        return settling;
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
    void start(Claimed claimed) {
        List<InFlight> started = new ArrayList<>();
        for (ClaimedMessage message : claimed.messages()) {
            InFlight opened = new InFlight(message, reader.open(message), claimed.at());
            inFlight.put(opened.lease(), opened);
            started.add(opened);
        }
        handlers.addAndGet(started.size());
        dispatcher.dispatch(started);
    }

    private void handled(InFlight message, Verdict verdict) {
        handlers.decrementAndGet();
        boolean mine = message.beginSettling();
        // The slot is half free before the settling begins, which may then fill it with the next message at once.
        closeIfOver(message);
        if (mine) {
            settling.add(new Finished(message, verdict));
        }
    }

    /** The handler used up its time: the attempt failed, whether or not its thread ever ends. */
    void timeOut(InFlight message) {
        if (message.beginSettling()) {
            message.interrupt();
            Duration limit = parts.settings().maxHandlingTime();
            String error = "the handler was still busy after " + limit.toSeconds() + " s and was interrupted";
            settling.add(new Finished(message, new Verdict.Failed(error, new TimeoutException(error), true)));
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

    /** Whether any message in hand is still with its handler. */
    boolean handling() {
        return handlers.get() > 0;
    }

    /** Takes slots for messages that are claimed by the transaction which settles the group. */
    int takeFor(List<Finished> group) {
        if (!reading || !look.more() || !heartbeat.seen()) {
            return 0;
        }
        int leaving = (int)
                group.stream().filter(finished -> finished.message().halfOver()).count();
        return permits.take(parts.settings().batch(), leaving);
    }

    /** Whether further messages may be read. */
    void reading(boolean allowed) {
        reading = allowed;
    }

    /** Handles and settles a message on the calling thread. */
    Ended runHere(ClaimedMessage message, Instant claimedAt) {
        InFlight running = new InFlight(message, reader.open(message), claimedAt);
        Verdict verdict = handling.handle(running.envelope());
        return settler.settle(List.of(new Finished(running, verdict)), 0)
                .endings()
                .getFirst();
    }

    void close(InFlight message) {
        inFlight.remove(message.lease());
        closeIfOver(message);
    }

    private void closeIfOver(InFlight message) {
        if (message.over()) {
            permits.giveBack(1);
            if (!permits.full()) {
                slotFreed.run();
            }
        }
    }
}
