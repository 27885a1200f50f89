package dev.producerdiscovery.worker.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Before which nothing of a queue is due, so that looks may begin there. Known only while looks from the very beginning
 * are slow: as long as somebody's transaction holds a snapshot, all that was worked off since then stays in the index, in
 * front of what is due, and each look would step over it. Then a check from the beginning is made now and again, which
 * also finds what came to lie behind the mark because its sender committed late or gave it precedence. Thread-safe.
 */
final class LowWaterMark {

    /** Several times what a look takes. */
    static final Duration SLOW = Duration.ofMillis(5);

    /** Messages become visible in order but for the short transactions that send them. Also the least between checks. */
    static final Duration MARGIN = Duration.ofSeconds(1);

    /** Checks take at most this part of the time. */
    private static final int SHARE = 10;

    private final Supplier<Instant> fromTheBeginning;
    private final Runnable lookNow;
    private final InstantSource steady;
    private @Nullable Instant mark;
    private Instant nextCheck = Instant.MIN;
    private boolean checking;

    /**
     * @param fromTheBeginning looks at all messages for the mark
     * @param lookNow is told when looks begin earlier again, where something may be due
     */
    LowWaterMark(Supplier<Instant> fromTheBeginning, Runnable lookNow, InstantSource steady) {
        this.fromTheBeginning = fromTheBeginning;
        this.lookNow = lookNow;
        this.steady = steady;
    }

    /** Where a look begins; null for the very beginning. */
    synchronized @Nullable Instant get() {
        return mark;
    }

    /**
     * To be told what each look {@code took}.
     *
     * @return true for the one caller that has to {@link #check()} now
     */
    synchronized boolean looked(Duration took) {
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
        Instant found = get();
        Duration took = SLOW;
        try {
            found = fromTheBeginning.get().minus(MARGIN);
            took = Duration.between(before, steady.instant());
        } finally {
            checked(took, found);
        }
    }

    private synchronized void checked(Duration took, @Nullable Instant found) {
        Instant former = mark;
        Duration pause = took.multipliedBy(SHARE);
        mark = took.compareTo(SLOW) >= 0 ? found : null;
        nextCheck = steady.instant().plus(pause.compareTo(MARGIN) > 0 ? pause : MARGIN);
        checking = false;
        if (former != null && (mark == null || mark.isBefore(former))) {
            lookNow.run();
        }
    }
}
