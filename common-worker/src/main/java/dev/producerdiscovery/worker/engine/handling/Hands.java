package dev.producerdiscovery.worker.engine.handling;

import dev.producerdiscovery.worker.engine.Ended;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.engine.intake.Intake;
import dev.producerdiscovery.worker.engine.message.InFlight;
import dev.producerdiscovery.worker.pgmq.Lease;
import dev.producerdiscovery.worker.resilience.Outage;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** What this process has in hand of a queue, and how many handlers are busy with it. Thread-safe. */
public final class Hands {

    private final EngineParts parts;
    private final Intake intake;
    private final Solitude solitude;
    private final BiConsumer<InFlight, Verdict> finished;
    private final Outage stalled;
    private final Map<Lease, InFlight> messages = new ConcurrentHashMap<>();
    private final AtomicInteger handlers = new AtomicInteger();
    private final AtomicInteger hanging = new AtomicInteger();

    /** @param finished is told once of each message that is to be settled, and how */
    public Hands(
            String queue, Intake intake, Solitude solitude, EngineParts parts, BiConsumer<InFlight, Verdict> finished) {
        this.parts = parts;
        this.intake = intake;
        this.solitude = solitude;
        this.finished = finished;
        this.stalled = new Outage(
                "Every handler of " + queue,
                "Nothing is read until one ends or the process is restarted.",
                parts.clock());
    }

    boolean hold(Lease lease) {
        return messages.containsKey(lease);
    }

    /** Takes messages that are about to be handled. */
    void take(List<InFlight> opened) {
        opened.forEach(message -> messages.put(message.lease(), message));
        handlers.addAndGet(opened.size());
    }

    /** A view of what is in hand at any time. */
    public Collection<InFlight> messages() {
        return messages.values();
    }

    public boolean empty() {
        return messages.isEmpty();
    }

    /** Whether a message in hand is still with a handler that may end soon. */
    public boolean busy() {
        return handlers.get() > hanging.get();
    }

    /** Whether all handlers hang: only a restart of the process helps then. */
    public boolean stalled() {
        return stalled.ongoing();
    }

    /** To be told on the handler's thread, as the last thing there. */
    public void handled(InFlight message, Verdict verdict) {
        handlers.decrementAndGet();
        boolean mine = message.beginSettling();
        if (message.timedOut()) {
            hanging.decrementAndGet();
            stalled.succeeded();
        }
        // The slot is half free before the settling begins, which may then fill it with the next message at once.
        intake.leave(message);
        if (mine) {
            finished.accept(message, verdict);
        }
    }

    /** The handler used up its time: the attempt failed, whether or not its thread ever ends. */
    public void timeOut(InFlight message) {
        if (message.timeOut()) {
            Duration limit = parts.settings().maxHandlingTime();
            String error = "the handler was still busy after " + limit.toSeconds() + " s and was interrupted";
            TimeoutException cause = new TimeoutException(error);
            if (hanging.incrementAndGet() >= parts.settings().concurrency()) {
                stalled.failed(cause);
            }
            finished.accept(message, new Verdict.Failed(error, cause, true));
            endSolitude(message);
        }
    }

    /** Takes a message out of this process's hands without settling it; false when it is being settled. */
    public boolean abandon(InFlight message, Ending ending, String reason) {
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

    /** The delivery has ended; its handler may not have. */
    public void close(InFlight message) {
        messages.remove(message.lease());
        intake.leave(message);
    }

    /** The handler may never end, and the process has other work. */
    private void endSolitude(InFlight message) {
        if (solitude.end(message.envelope())) {
            intake.wake();
        }
    }
}
