package dev.producerdiscovery.worker.engine;

import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.pgmq.ClaimedMessage;
import dev.producerdiscovery.worker.pgmq.Lease;
import dev.producerdiscovery.worker.resilience.Backoff;
import dev.producerdiscovery.worker.resilience.Outage;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * One queue as this process works on it: its slots, the messages in hand, and the way each of them takes from the read
 * to its end. Thread-safe.
 */
final class Lane {

    private static final Logger log = LoggerFactory.getLogger(Lane.class);

    private final String queue;
    private final EngineParts parts;
    private final Intake intake;
    private final Claims claims;
    private final Handling<?> handling;
    private final Dispatcher<?> dispatcher;
    private final MessageReader reader;
    private final PatientSettler settler;
    private final Runnable wake;
    private final Map<Lease, InFlight> inFlight = new ConcurrentHashMap<>();
    private final AtomicInteger handlers = new AtomicInteger();
    private final Solitude solitude;
    private final Settling settling;
    private final Refusals refusals;
    private final Outage unreadable;
    private final Heartbeat heartbeat;
    private final Outage stalled;
    private final AtomicInteger hanging = new AtomicInteger();
    private volatile boolean closed;

    <M> Lane(BaseWorker<M> worker, Household household, EngineParts parts, Runnable wake) {
        WorkerSettings settings = parts.settings();
        FailureClassifier classifier = new FailureClassifier();
        this.queue = worker.queue();
        this.unreadable = new Outage("Queue " + queue, "It is tried again and again.", parts.clock());
        this.stalled = new Outage(
                "Every handler of " + queue,
                "Nothing is read until one ends or the process is restarted.",
                parts.clock());
        this.heartbeat = new Heartbeat(queue, household.process(), parts);
        this.parts = parts;
        this.wake = wake;
        this.solitude = household.solitude();
        this.reader = new MessageReader(parts, household.largeBodies());
        Permits permits = new Permits(worker.requiredProviders(), parts);
        this.claims = new Claims(queue, parts, this::lookNow);
        Handling<M> single = new Handling<>(worker, reader, parts.deduplication(), classifier);
        this.handling = single;
        SuspectHandling suspects = new SuspectHandling(single, household, parts, classifier);
        this.dispatcher = new Dispatcher<>(worker, single, suspects, solitude, classifier, this::handled);
        this.intake = new Intake(permits, dispatcher.maxBatch(), heartbeat, solitude, parts);
        Backoff backoff = new Backoff(settings.backoffBase(), settings.backoffCap(), parts.random());
        this.refusals = new Refusals(queue, permits, parts);
        Returns returns = new Returns(queue, parts, permits, refusals, new Attempts(settings.maxAttempts(), backoff));
        this.settler = new PatientSettler(new Settler(queue, parts, returns, claims), classifier, refusals, parts);
        this.settling = new Settling(this, parts, settler);
    }

    String queue() {
        return queue;
    }

    Intake intake() {
        return intake;
    }

    Claims claims() {
        return claims;
    }

    /** Something may be due sooner than was known. */
    void lookNow() {
        intake.look().now();
        wake.run();
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

    Refusals refusals() {
        return refusals;
    }

    /** Whether the database lets nothing of the queue be read, or nothing be stored. */
    boolean refused() {
        return unreadable.ongoing() || refusals.ongoing();
    }

    Collection<InFlight> inFlight() {
        return inFlight.values();
    }

    boolean idle() {
        return inFlight.isEmpty();
    }

    /** Starts messages whose permits are taken already; after the end they go back at once. */
    void start(Claimed claimed) {
        List<ClaimedMessage> messages = notInHand(claimed.messages());
        if (messages.isEmpty()) {
            return;
        }
        if (closed) {
            giveBackUnopened(messages);
            return;
        }
        List<InFlight> opened = suspectAlone(opened(messages, claimed.at()));
        opened.forEach(message -> inFlight.put(message.lease(), message));
        handlers.addAndGet(opened.size());
        dispatcher.dispatch(opened);
    }

    /** A claim that a crash of the server undid is repeated to the letter, and its message may still be in hand. */
    private List<ClaimedMessage> notInHand(List<ClaimedMessage> claimed) {
        List<ClaimedMessage> messages = claimed.stream()
                .filter(message -> !inFlight.containsKey(message.lease()))
                .toList();
        intake.permits().giveBack(claimed.size() - messages.size());
        return messages;
    }

    /** Also when the memory does not suffice for them, which must not cost the lane its slots for good. */
    @SuppressWarnings("CatchThrowable") // it is thrown on
    private List<InFlight> opened(List<ClaimedMessage> messages, Instant claimedAt) {
        try {
            return messages.stream()
                    .map(message -> new InFlight(message, reader.open(message), claimedAt))
                    .toList();
        } catch (Throwable e) {
            giveBackUnopened(messages);
            throw e;
        }
    }

    /**
     * A message that may kill this process takes no others along: they are given back before it is handled. So is the
     * message itself while another has its turn, for whichever of them did it, the other would be blamed.
     */
    private List<InFlight> suspectAlone(List<InFlight> opened) {
        Optional<InFlight> suspect =
                opened.stream().filter(message -> message.envelope().suspect()).findFirst();
        if (suspect.isEmpty()) {
            return opened;
        }
        boolean itsTurn = solitude.take(suspect.get().envelope());
        List<InFlight> started = opened.stream()
                .filter(message ->
                        itsTurn ? message == suspect.get() : !message.envelope().suspect())
                .toList();
        giveBackOpened(
                opened.stream().filter(message -> !started.contains(message)).toList());
        return started;
    }

    private void giveBackOpened(List<InFlight> others) {
        if (others.isEmpty()) {
            return;
        }
        try {
            parts.queues().release(queue, others.stream().map(InFlight::lease).toList(), Duration.ZERO);
        } catch (DataAccessException e) {
            log.debug("Could not give back {} messages of {}; their leases end", others.size(), queue, e);
        }
        intake.permits().giveBack(others.size());
    }

    private void giveBackUnopened(List<ClaimedMessage> messages) {
        intake.permits().giveBack(messages.size());
        parts.queues()
                .release(queue, messages.stream().map(ClaimedMessage::lease).toList(), Duration.ZERO);
    }

    private void handled(InFlight message, Verdict verdict) {
        handlers.decrementAndGet();
        boolean mine = message.beginSettling();
        if (message.timedOut()) {
            hanging.decrementAndGet();
            stalled.succeeded();
        }
        // The slot is half free before the settling begins, which may then fill it with the next message at once.
        closeIfOver(message);
        if (mine) {
            settling.add(new Finished(message, verdict));
        }
    }

    /** The handler used up its time: the attempt failed, whether or not its thread ever ends. */
    void timeOut(InFlight message) {
        if (message.timeOut()) {
            Duration limit = parts.settings().maxHandlingTime();
            String error = "the handler was still busy after " + limit.toSeconds() + " s and was interrupted";
            TimeoutException cause = new TimeoutException(error);
            if (hanging.incrementAndGet() >= parts.settings().concurrency()) {
                stalled.failed(cause);
            }
            settling.add(new Finished(message, new Verdict.Failed(error, cause, true)));
            endSolitude(message);
        }
    }

    /** The handler may never end, and the process has other work. */
    private void endSolitude(InFlight message) {
        if (solitude.end(message.envelope())) {
            wake.run();
        }
    }

    /** Whether all handlers hang: only a restart of the process helps then. */
    boolean stalled() {
        return stalled.ongoing();
    }

    /** Takes a message out of this process's hands without settling it; false when it is being settled. */
    boolean abandon(InFlight message, Ending ending, String reason) {
        boolean mine = message.giveUp();
        if (mine) {
            endSolitude(message);
            close(message);
            Duration took = Duration.between(message.claimedAt(), parts.steady().instant());
            parts.listener()
                    .ended(List.of(new Ended(message.envelope().delivery(), ending, reason, null, false, took)));
        }
        return mine;
    }

    /** Whether a message in hand is still with a handler that may end soon. */
    boolean handling() {
        return handlers.get() > hanging.get();
    }

    /** Most messages that share a settling transaction: a batch is not torn apart. */
    int settleGroup() {
        return Math.max(parts.settings().settleGroup(), dispatcher.maxBatch());
    }

    /** Gives back slots for which there was no message. */
    void giveBackSlots(int count) {
        intake.permits().giveBack(count);
        wake.run();
    }

    /** Opens it for messages. */
    void open() {
        closed = false;
        intake.reading(true);
    }

    /** Whatever a statement that was still under way brings is given back. */
    void close() {
        closed = true;
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
            intake.permits().giveBack(1);
            if (intake.permits().free() > 0) {
                wake.run();
            }
        }
    }
}
