package dev.producerdiscovery.worker.engine.intake;

import dev.producerdiscovery.worker.pgmq.LowWater;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Before which nothing of a queue is due, so that looks may begin there. Known only while looks from the very beginning
 * are slow: as long as somebody's transaction holds a snapshot, all that was worked off since then stays in the index, in
 * front of what is due, and each look would step over it. Then a check from the beginning is made now and again, which
 * also finds what came to lie behind the mark because its sender committed late or gave it precedence, or because it was
 * put back in its old place. Thread-safe.
 */
final class LowWaterMark {

    /** Several times what a look takes. */
    static final Duration SLOW = Duration.ofMillis(5);

    /** Messages become visible in order but for the short transactions that send them. Also the least between checks. */
    static final Duration MARGIN = Duration.ofSeconds(1);

    /** What came to lie behind the mark waits hardly longer for a check. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Checks take at most this part of the time, as long as that can wait. */
    private static final int SHARE = 10;

    private final Supplier<LowWater> fromTheBeginning;
    private final Runnable lookNow;
    private final InstantSource steady;
    private @Nullable Instant mark;
    private @Nullable Instant behind;
    private Instant nextCheck = Instant.MIN;
    private boolean checking;

    /**
     * @param fromTheBeginning looks at all messages
     * @param lookNow is told when something may be due that looks have passed over
     */
    LowWaterMark(Supplier<LowWater> fromTheBeginning, Runnable lookNow, InstantSource steady) {
        this.fromTheBeginning = fromTheBeginning;
        this.lookNow = lookNow;
        this.steady = steady;
    }

    /** Where a look begins; null for the very beginning. */
    synchronized @Nullable Instant get() {
        return behind == null ? mark : behind;
    }

    /** How long until there may be something to check; empty while looks find all that there is. */
    synchronized Optional<Duration> nextCheck() {
        if (mark == null) {
            return Optional.empty();
        }
        return Optional.of(checking ? MARGIN : Duration.between(steady.instant(), nextCheck));
    }

    /**
     * To be told of each look.
     *
     * @param from where it began, as {@link #get()} said before it
     * @param all whether it found all that was due where it began and later
     * @param at when that was by the server's clock, if it found anything
     * @return true for the one caller that has to {@link #check()} now
     */
    synchronized boolean looked(@Nullable Instant from, Duration took, boolean all, Optional<Instant> at) {
        if (all) {
            // A look that was under way when a check found something has not seen it.
            behind = behind != null && from != null && from.isAfter(behind) ? behind : null;
            at.map(time -> time.minus(MARGIN)).ifPresent(this::moveOnTo);
        }
        boolean wanted = mark != null || took.compareTo(SLOW) >= 0;
        if (!wanted || checking || steady.instant().isBefore(nextCheck)) {
            return false;
        }
        checking = true;
        return true;
    }

    /** Takes as long as a look from the very beginning does. Throws whatever the database throws. */
    void check() {
        Instant before = steady.instant();
        Optional<LowWater> found = Optional.empty();
        try {
            found = Optional.of(fromTheBeginning.get());
        } finally {
            checked(found, Duration.between(before, steady.instant()));
        }
    }

    private synchronized void checked(Optional<LowWater> found, Duration waited) {
        Duration pause = waited.multipliedBy(SHARE);
        pause = pause.compareTo(MARGIN) < 0 ? MARGIN : pause;
        nextCheck = steady.instant().plus(pause.compareTo(PATIENCE) > 0 ? PATIENCE : pause);
        checking = false;
        found.ifPresent(this::moveTo);
    }

    private void moveOnTo(Instant reached) {
        if (mark != null && reached.isAfter(mark)) {
            mark = reached;
        }
    }

    private void moveTo(LowWater found) {
        boolean passedOver = mark != null && found.mark().isBefore(mark);
        if (found.took().compareTo(SLOW) < 0) {
            mark = null;
            behind = null;
        } else if (passedOver) {
            behind = found.mark();
        } else {
            mark = found.mark().minus(MARGIN);
        }
        if (passedOver) {
            lookNow.run();
        }
    }
}
