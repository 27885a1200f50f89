package dev.producerdiscovery.worker.engine.intake;

import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.engine.leases.Heartbeat;
import dev.producerdiscovery.worker.engine.message.InFlight;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Decides how many messages of a queue this process may read at a moment, and keeps their slots. Thread-safe. */
public final class Intake {

    private final Permits permits;
    private final Gathering gathering;
    private final Heartbeat heartbeat;
    private final BooleanSupplier solitude;
    private final Runnable wake;
    private final Look look = new Look();
    private final int mostAtOnce;
    private volatile boolean reading;

    /**
     * @param maxBatch most messages that are handled together
     * @param solitude whether a message of this process is handled alone, or waits for it
     * @param wake makes the thread that reads look whether it can
     */
    public Intake(
            Permits permits,
            int maxBatch,
            Heartbeat heartbeat,
            BooleanSupplier solitude,
            EngineParts parts,
            Runnable wake) {
        this.permits = permits;
        this.gathering = new Gathering(Math.min(maxBatch, parts.settings().concurrency()), parts.steady());
        this.heartbeat = heartbeat;
        this.solitude = solitude;
        this.wake = wake;
        this.mostAtOnce = parts.settings().batch();
    }

    Permits permits() {
        return permits;
    }

    /** When the queue is to be looked at next. */
    Look look() {
        return look;
    }

    /** Something may be due sooner than was known. */
    public void lookNow() {
        look.now();
        wake.run();
    }

    /** Something may be read that could not before. */
    public void wake() {
        wake.run();
    }

    /** Whether anything may be read along with a settlement. */
    public void reading(boolean allowed) {
        reading = allowed;
    }

    /** Takes slots for as many messages as may be read now. */
    int takeSlots() {
        return solitude.getAsBoolean() || gathering.goesOn(permits.free(), look.more()) ? 0 : permits.take(mostAtOnce);
    }

    /**
     * Takes slots for messages that are claimed by the transaction which settles the group: those of the group itself, so
     * that nothing else has to become free, and then free ones.
     */
    public int takeSlotsOf(List<InFlight> group) {
        if (!reading
                || !look.more()
                || !heartbeat.seen()
                || permits.oneAtATime()
                || solitude.getAsBoolean()
                || !permits.closedFor().isZero()) {
            return 0;
        }
        if (gathering.goesOn(permits.free() + group.size(), true)) {
            return 0;
        }
        int passedOn = 0;
        for (InFlight message : group) {
            if (passedOn < mostAtOnce && message.passOnSlot()) {
                passedOn++;
            }
        }
        return passedOn + permits.take(mostAtOnce - passedOn);
    }

    /**
     * To be told how much was found with slots that were taken for a settlement.
     *
     * @param slots as they were taken; zero when nothing was looked for
     */
    public void foundAlong(int found, int slots) {
        if (slots > 0) {
            look.found(found == slots);
        }
        if (found < slots) {
            permits.giveBack(slots - found);
            wake.run();
        }
    }

    /** To be told twice of each message, as {@link InFlight#over()} says; its slot is free then. */
    public void leave(InFlight message) {
        if (message.over()) {
            permits.giveBack(1);
            if (permits.free() > 0) {
                wake.run();
            }
        }
    }

    /** How long nothing can be read although there are slots; zero if only a free slot is missing. */
    Duration closedFor() {
        Duration closed = permits.closedFor();
        return closed.isZero() && permits.free() > 0 ? gathering.patience() : closed;
    }
}
