package dev.producerdiscovery.worker.engine.settling;

import dev.producerdiscovery.worker.engine.Ended;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.engine.intake.Permits;
import dev.producerdiscovery.worker.engine.message.InFlight;
import dev.producerdiscovery.worker.pgmq.Lease;
import dev.producerdiscovery.worker.resilience.Backoff;
import dev.producerdiscovery.worker.resilience.DatabaseFailures;
import dev.producerdiscovery.worker.resilience.Outage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of messages whose work the database did not serve: a lock was not to be had, a statement took too long, the
 * disk is full. That is the database's state and costs no attempt; the queue is then tried with one message at a time,
 * and never the same again while there are others.
 *
 * <p>But a message whose own statement is more than the server can do must not wait for ever. It is told apart by how
 * others fare: if another message's result was stored between two of its refusals, the statement is to blame. A lock is somebody else's
 * doing, and a disk that is full or fails everybody's: that is believed until patience has ended. For whom neither shows, for example because it is alone in its queue, patience ends after a long time.
 * Thread-safe.
 */
public final class Refusals {

    /** This many times the time for handling: an hour by default. */
    private static final int PATIENCE = 6;

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** After it somebody else has ended what was refused, or the queue has become empty. */
    private static final Duration OVER = Duration.ofMinutes(2);

    /** @param delay null when the attempt counted */
    private record Refused(
            Instant since,
            Instant last,
            int times,
            boolean blamed,
            Lease lease,
            @Nullable Duration delay) {}

    private final Permits permits;
    private final Outage outage;
    private final Backoff backoff;
    private final InstantSource steady;
    private final Duration patience;
    private final Map<Long, Refused> refused = new HashMap<>();
    private @Nullable Instant storedAt;
    private Instant lastAt = Instant.MIN;
    private int inARow;

    public Refusals(String queue, Permits permits, EngineParts parts) {
        this.permits = permits;
        this.outage = new Outage(
                "PostgreSQL, for results of " + queue + ",",
                "They are tried again and again, without counting attempts.",
                parts.clock());
        this.steady = parts.steady();
        this.patience = parts.settings().maxHandlingTime().multipliedBy(PATIENCE);
        // So that patience is not spent with a few tries.
        Duration longest = patience.dividedBy(10);
        this.backoff =
                new Backoff(FIRST_WAIT, longest.compareTo(LONGEST_WAIT) < 0 ? longest : LONGEST_WAIT, parts.random());
    }

    /**
     * How long the message waits without an attempt; empty when the attempt counts, because others were served. The same
     * for the same delivery: the transaction that asks may be repeated, after others of its group were stored.
     */
    synchronized Optional<Duration> waitFor(InFlight message, Throwable cause) {
        Instant now = steady.instant();
        refused.values().removeIf(old -> old.last().plus(patience).isBefore(now));
        Refused before = refused.get(message.id());
        if (before != null && before.lease().equals(message.lease())) {
            return Optional.ofNullable(before.delay());
        }
        Instant since = before == null ? now : before.since();
        int times = before == null ? 1 : before.times() + 1;
        boolean longEnough = !now.isBefore(since.plus(patience));
        boolean itsFault = isToBlame(before) && (longEnough || DatabaseFailures.ofTheStatement(cause));
        boolean counts = itsFault || (longEnough && DatabaseFailures.cancelled(cause));
        Duration delay = counts ? null : delay(message, times, cause);
        refused.put(message.id(), new Refused(since, now, times, itsFault, message.lease(), delay));
        return Optional.ofNullable(delay);
    }

    private Duration delay(InFlight message, int times, Throwable cause) {
        boolean othersAreServed = storedAt != null && storedAt.isAfter(message.claimedAt());
        Duration wait = backoff.delay(othersAreServed ? times : inARow + 1).plus(SHORTEST_WAIT);
        if (!othersAreServed) {
            permits.holdFor(wait);
            permits.oneAtATime(true);
            happened(cause);
        }
        // Longer than the queue is held: others come first, who may show whose fault it is.
        return wait.multipliedBy(2);
    }

    /**
     * Whether others were served since it was refused before. Not since it was claimed: what was in hand when the outage
     * began would be blamed for it.
     */
    private boolean isToBlame(@Nullable Refused before) {
        return before != null
                && ((before.blamed() && !outage.ongoing()) || (storedAt != null && storedAt.isAfter(before.last())));
    }

    /** The database refused once more; the first time may be by chance, and a single message's. */
    synchronized void happened(Throwable cause) {
        lastAt = steady.instant();
        if (++inARow > 1) {
            outage.failed(cause);
        }
    }

    /**
     * To be told of every settlement that was carried out.
     *
     * @param served whether that shows that the database serves, also where no result was to be stored: nothing else may
     *     be read for a day, because a provider is parked
     */
    synchronized void settled(List<Ended> endings, boolean served) {
        endings.stream()
                .filter(ended -> ended.ending().success() || ended.ending() == Ending.DEAD)
                .forEach(ended -> refused.remove(ended.delivery().messageId()));
        if (endings.stream().anyMatch(ended -> ended.ending() == Ending.DONE)) {
            storedAt = steady.instant();
        }
        if (served) {
            over();
        }
    }

    /** To be told when there was nothing to be read. */
    public synchronized void nothingThere() {
        if (inARow > 0 && lastAt.plus(OVER).isBefore(steady.instant())) {
            over();
        }
    }

    public boolean ongoing() {
        return outage.ongoing();
    }

    private void over() {
        inARow = 0;
        permits.oneAtATime(false);
        outage.succeeded();
    }
}
