package dev.producerdiscovery.web.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts wrong tokens, a minute at a time: of one caller and of all. Whoever showed a right one lately is not kept out by
 * what others guess. Remembers only so many callers. Thread-safe.
 */
final class Guesses {

    static final int MOST_OF_ONE = 10;
    static final int MOST_OF_ALL = 100;
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration QUIET = Duration.ofMinutes(10);
    private static final int MOST_CALLERS = 1000;
    private static final Logger log = LoggerFactory.getLogger(Guesses.class);

    /** @param wrong tokens since {@code since} */
    private record Tally(Instant since, int wrong) {

        Tally next(Instant now) {
            return isOver(now) ? new Tally(now, 1) : new Tally(since, wrong + 1);
        }

        boolean isOver(Instant now) {
            return !now.isBefore(since.plus(WINDOW));
        }

        Optional<Duration> wait(Instant now, int most) {
            return isOver(now) || wrong < most
                    ? Optional.empty()
                    : Optional.of(Duration.between(now, since.plus(WINDOW)));
        }
    }

    private final InstantSource clock;
    private final Map<String, Tally> callers = recent();
    private final Map<String, Boolean> known = recent();
    private Tally all = new Tally(Instant.EPOCH, 0);
    private Instant latest = Instant.EPOCH;

    Guesses(InstantSource clock) {
        this.clock = clock;
    }

    /** How long {@code address} has to wait until it may show a token again; empty when it may now. */
    synchronized Optional<Duration> wait(String address) {
        Instant now = clock.instant();
        String caller = Caller.of(address);
        Optional<Duration> own =
                Optional.ofNullable(callers.get(caller)).flatMap(tally -> tally.wait(now, MOST_OF_ONE));
        return own.isPresent() || known.containsKey(caller) ? own : all.wait(now, MOST_OF_ALL);
    }

    synchronized void right(String address) {
        known.put(Caller.of(address), true);
    }

    /** One line in the log begins an episode, which ends when nobody has guessed for a while. Never with the guess. */
    synchronized void wrong(String address) {
        Instant now = clock.instant();
        if (now.isAfter(latest.plus(QUIET))) {
            log.warn(
                    "A wrong token was shown by {}. {} a minute are looked at, {} of all callers; more are answered with 429",
                    address,
                    MOST_OF_ONE,
                    MOST_OF_ALL);
        }
        latest = now;
        all = all.next(now);
        callers.compute(Caller.of(address), (caller, tally) -> tally == null ? new Tally(now, 1) : tally.next(now));
    }

    private static <T> Map<String, T> recent() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > MOST_CALLERS;
            }
        };
    }
}
