package dev.producerdiscovery.worker.engine.message;

import dev.producerdiscovery.worker.pgmq.ClaimedMessage;
import dev.producerdiscovery.worker.pgmq.Lease;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One delivery of a message while this process holds it. Handler, lease keeper, settler and drain compete for how it
 * ends; whoever leaves {@code HANDLING} first decides, and the others' answers count for nothing. Thread-safe.
 */
public final class InFlight {

    private enum State {
        HANDLING,
        SETTLING,
        /** Settled without its handler, which may go on for ever. */
        TIMED_OUT,
        GIVEN_UP
    }

    private final Envelope envelope;
    private final Lease lease;
    private final Instant claimedAt;
    private final AtomicReference<State> state = new AtomicReference<>(State.HANDLING);
    /** The slot is free when both the handler's thread and the delivery have ended: a hanging thread keeps its slot. */
    private final AtomicInteger open = new AtomicInteger(2);

    private volatile Instant renewedAt;
    private volatile @Nullable HandlerRun handler;

    public InFlight(ClaimedMessage message, Envelope envelope, Instant claimedAt) {
        this.envelope = envelope;
        this.lease = message.lease();
        this.claimedAt = claimedAt;
        this.renewedAt = claimedAt;
    }

    public Envelope envelope() {
        return envelope;
    }

    public Lease lease() {
        return lease;
    }

    public long id() {
        return lease.messageId();
    }

    public Instant claimedAt() {
        return claimedAt;
    }

    public Instant renewedAt() {
        return renewedAt;
    }

    public void renewed(Instant at) {
        renewedAt = at;
    }

    public void handledBy(HandlerRun run) {
        handler = run;
    }

    /** Whether nothing has decided about the end yet. */
    boolean handling() {
        return state.get() == State.HANDLING;
    }

    public boolean timedOut() {
        return state.get() == State.TIMED_OUT;
    }

    /** True for the one caller that may settle because the handler used up its time; the handler is interrupted. */
    public boolean timeOut() {
        boolean mine = state.compareAndSet(State.HANDLING, State.TIMED_OUT);
        if (mine) {
            interrupt();
        }
        return mine;
    }

    /** True for the one caller that may settle. */
    public boolean beginSettling() {
        return state.compareAndSet(State.HANDLING, State.SETTLING);
    }

    /** True for the one caller that takes the message out of this process's hands; the handler is interrupted. */
    public boolean giveUp() {
        boolean mine = state.compareAndSet(State.HANDLING, State.GIVEN_UP);
        if (mine) {
            interrupt();
        }
        return mine;
    }

    /** Tells the handler that its answer is not wanted any more. */
    void interrupt() {
        HandlerRun run = handler;
        if (run != null) {
            run.oneLess();
        }
    }

    /** Leaves the slot to another message; false when the handler's thread still needs it. */
    public boolean passOnSlot() {
        return open.compareAndSet(1, 0);
    }

    /**
     * To be told once by the handler's thread and once by whoever ended the delivery; true for the second of them, which
     * gives the slot back, unless it was passed on.
     */
    public boolean over() {
        return open.decrementAndGet() == 0;
    }
}
