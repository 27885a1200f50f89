package dev.producerdiscovery.worker.engine;

import java.time.Duration;
import java.util.List;

/** Decides how many messages of a queue this process may read at a moment, and keeps their slots. Thread-safe. */
final class Intake {

    private final Permits permits;
    private final Gathering gathering;
    private final Heartbeat heartbeat;
    private final Solitude solitude;
    private final Look look = new Look();
    private final int mostAtOnce;
    private volatile boolean reading;

    /** @param maxBatch most messages that are handled together */
    Intake(Permits permits, int maxBatch, Heartbeat heartbeat, Solitude solitude, EngineParts parts) {
        this.permits = permits;
        this.gathering = new Gathering(Math.min(maxBatch, parts.settings().concurrency()), parts.steady());
        this.heartbeat = heartbeat;
        this.solitude = solitude;
        this.mostAtOnce = parts.settings().batch();
    }

    Permits permits() {
        return permits;
    }

    /** When the queue is to be looked at next. */
    Look look() {
        return look;
    }

    /** Whether anything may be read along with a settlement. */
    void reading(boolean allowed) {
        reading = allowed;
    }

    /** Takes slots for as many messages as may be read now. */
    int takeSlots() {
        return solitude.wanted() || gathering.goesOn(permits.free(), look.more()) ? 0 : permits.take(mostAtOnce);
    }

    /**
     * Takes slots for messages that are claimed by the transaction which settles the group: those of the group itself, so
     * that nothing else has to become free, and then free ones. None while messages are put back: the same transaction
     * would claim them again.
     */
    int takeSlotsOf(List<Finished> group) {
        if (!reading
                || !look.more()
                || !heartbeat.seen()
                || permits.oneAtATime()
                || solitude.wanted()
                || !permits.closedFor().isZero()
                || !group.stream().allMatch(Finished::leavesTheQueue)) {
            return 0;
        }
        if (gathering.goesOn(permits.free() + group.size(), true)) {
            return 0;
        }
        int passedOn = 0;
        for (Finished finished : group) {
            if (passedOn < mostAtOnce && finished.message().passOnSlot()) {
                passedOn++;
            }
        }
        return passedOn + permits.take(mostAtOnce - passedOn);
    }

    /** How long nothing can be read although there are slots; zero if only a free slot is missing. */
    Duration closedFor() {
        Duration closed = permits.closedFor();
        return closed.isZero() && permits.free() > 0 ? gathering.patience() : closed;
    }
}
