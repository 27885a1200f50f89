package dev.producerdiscovery.worker.engine.handling;

import dev.producerdiscovery.worker.engine.message.Envelope;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a handler run with no other beside it in this process, one at a time. Its turn ends with it, or before: a handler
 * that hangs must not keep the process from everything else for ever. Thread-safe.
 */
public final class Solitude {

    private static final int ALL = Integer.MAX_VALUE;

    /** Fair, so that who wants to be alone does not wait for those who came later. */
    private final Semaphore handlers = new Semaphore(ALL, true);

    private final Duration patience;
    private @Nullable Envelope turn;
    private boolean alone;

    /** @param patience how long to wait until the others have ended: one that hangs never does */
    Solitude(Duration patience) {
        this.patience = patience;
    }

    /** Whether somebody is alone, or waits for it: then nothing more is to be read. */
    public synchronized boolean wanted() {
        return turn != null;
    }

    /** Takes the turn for a message that is to be handled alone; false while another has it. It must be ended. */
    synchronized boolean take(Envelope message) {
        if (turn != null) {
            return false;
        }
        turn = message;
        return true;
    }

    /** Ends the turn of a message: if its handler still runs, then beside others. Whether it was its turn. */
    @SuppressWarnings("ReferenceEquality") // the delivery itself, not one that looks like it
    synchronized boolean end(Envelope message) {
        if (turn != message) {
            return false;
        }
        turn = null;
        if (alone) {
            alone = false;
            handlers.release(ALL - 1);
        }
        return true;
    }

    /** Beside others, and after whoever is alone or waits for it. */
    <T> T beside(Supplier<T> work) {
        handlers.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            handlers.release();
        }
    }

    /**
     * Ends the turn of the message when the work has ended.
     *
     * @param message has the turn
     * @param work is told whether it is alone, or others outlasted the patience
     */
    <T> T alone(Envelope message, Function<Boolean, T> work) throws InterruptedException {
        boolean acquired = false;
        try {
            acquired = handlers.tryAcquire(ALL, patience.toMillis(), TimeUnit.MILLISECONDS);
            return work.apply(acquired && begin(message));
        } finally {
            end(message);
            if (acquired) {
                handlers.release();
            }
        }
    }

    /** False when the turn was ended while it was waited for. */
    @SuppressWarnings("ReferenceEquality")
    private synchronized boolean begin(Envelope message) {
        alone = turn == message;
        if (!alone) {
            handlers.release(ALL - 1);
        }
        return alone;
    }
}
