package dev.producerdiscovery.worker.engine.intake;

import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.resilience.Backoff;
import dev.producerdiscovery.worker.resilience.DatabaseFailures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Reads for all queues of this process. A queue is looked at when something was inserted, when its next message falls
 * due, when the last look found as much as it asked for, and otherwise at every safety poll; and never for more than
 * can be started at once.
 */
public final class FetchLoop {

    /** Below this a look would find the same messages, still locked by the transaction that is taking them. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(10);

    private final List<Inlet> inlets;
    private final EngineParts parts;
    private final Backoff backoff;
    private volatile boolean contacted;

    public FetchLoop(List<Inlet> inlets, EngineParts parts) {
        this.inlets = inlets;
        this.parts = parts;
        this.backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), parts.random());
    }

    /** Whether the database answered at least once. */
    public boolean contacted() {
        return contacted;
    }

    /** One look at every queue that is due for one; how long nothing needs to be done unless a signal comes. */
    public Duration step() {
        Duration wait = parts.settings().safetyPoll();
        for (Inlet inlet : inlets) {
            Duration next = safely(inlet);
            wait = next.compareTo(wait) < 0 ? next : wait;
        }
        return wait;
    }

    /** A queue that cannot be read must not keep the others from being read. */
    private Duration safely(Inlet inlet) {
        try {
            return step(inlet);
        } catch (RuntimeException e) {
            Look look = inlet.intake().look();
            int failures = look.failed();
            // A pool hands out connections that died unnoticed: the first failure says nothing.
            if (failures > 1) {
                (DatabaseFailures.unreachable(e) ? parts.postgres() : inlet.unreadable()).failed(e);
            }
            Duration wait = backoff.delay(failures);
            look.notBefore(parts.steady().instant().plus(wait), look.begin());
            return wait;
        }
    }

    private Duration step(Inlet inlet) {
        Look look = inlet.intake().look();
        Instant now = parts.steady().instant();
        if (!look.due(now)) {
            return between(now, look.at(), parts.settings().safetyPoll());
        }
        int slots = inlet.intake().takeSlots();
        if (slots == 0) {
            // A freed slot gives a signal, a provider that is back does not always.
            Duration closed = inlet.intake().closedFor();
            return closed.isZero() || closed.compareTo(parts.settings().safetyPoll()) > 0
                    ? parts.settings().safetyPoll()
                    : closed;
        }
        long seen = look.begin();
        int found = fetch(inlet, slots);
        look.found(found == slots);
        if (found < slots) {
            look.notBefore(now.plus(nextDue(inlet)), seen);
        }
        return between(now, look.at(), parts.settings().safetyPoll());
    }

    private int fetch(Inlet inlet, int slots) {
        int found = 0;
        try {
            // Before the claim: a message must not be in this process's hands before everybody can see that it lives.
            inlet.heartbeat().beatIfDue();
            Claimed claimed = inlet.claims().byThemselves(slots);
            contacted = true;
            parts.postgres().succeeded();
            inlet.unreadable().succeeded();
            inlet.intake().look().succeeded();
            found = claimed.messages().size();
            if (found == 0) {
                inlet.nothingThere().run();
            }
            inlet.start().accept(claimed);
            return found;
        } finally {
            inlet.intake().permits().giveBack(slots - found);
        }
    }

    private static Duration nextDue(Inlet inlet) {
        Duration due = inlet.claims().nextDue();
        return due.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : due;
    }

    private static Duration between(Instant now, Instant then, Duration atMost) {
        if (!then.isAfter(now)) {
            return Duration.ZERO;
        }
        Instant latest = now.plus(atMost);
        return Duration.between(now, then.isBefore(latest) ? then : latest);
    }
}
