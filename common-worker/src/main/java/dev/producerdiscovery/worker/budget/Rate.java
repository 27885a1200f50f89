package dev.producerdiscovery.worker.budget;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many calls a provider takes per time.
 *
 * @param calls at least 1
 */
record Rate(long calls, Duration per) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(?:/(\\d{0,6})(ms|s|min|h))?");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms",
            Duration.ofMillis(1),
            "s",
            Duration.ofSeconds(1),
            "min",
            Duration.ofMinutes(1),
            "h",
            Duration.ofHours(1));

    /** Calls travel: two that leave far enough apart may arrive closer. */
    private static final double HEADROOM = 1.03;

    /** Beyond this many calls a twentieth of them may be sent at once. */
    private static final long SMOOTH_BELOW = 20;

    /**
     * Reads {@code 180/30s}, {@code 1/s}, {@code 55/min}, or {@code 3} for three a second.
     *
     * @return empty for a blank text and for {@code 0}, which both mean: no limit
     * @throws IllegalArgumentException naming the text when it is none of these
     */
    static Optional<Rate> parse(String text) {
        String stripped = text.strip().toLowerCase(Locale.ROOT);
        if (stripped.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = TEXT.matcher(stripped);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a rate is written like 180/30s, 1/s, 55/min or 3 (a second), but this is '" + text + "'");
        }
        long calls = Long.parseLong(matcher.group(1));
        if (calls == 0) {
            return Optional.empty();
        }
        String count = matcher.group(2) == null || matcher.group(2).isEmpty() ? "1" : matcher.group(2);
        Duration unit = UNITS.getOrDefault(matcher.group(3) == null ? "s" : matcher.group(3), Duration.ZERO);
        Duration per = unit.multipliedBy(Long.parseLong(count));
        if (per.isZero()) {
            throw new IllegalArgumentException("a rate needs a time longer than zero, but this is '" + text + "'");
        }
        return Optional.of(new Rate(calls, per));
    }

    /** The part of the rate that one process may use by itself, written as a longer time for the same calls. */
    Rate share(double part) {
        return new Rate(calls, Duration.ofNanos((long) (per.toNanos() / part)));
    }

    /**
     * A bucket that lets no window of the rate's length see more than its calls: what may burst is taken from what
     * refills.
     */
    BucketConfiguration bucket() {
        long burst = calls < SMOOTH_BELOW ? 1 : calls / SMOOTH_BELOW;
        long refill = calls < SMOOTH_BELOW ? calls : calls - burst;
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(burst)
                        .refillGreedy(refill, Duration.ofNanos((long) (per.toNanos() * HEADROOM)))
                        .build())
                .build();
    }

    @Override
    public String toString() {
        return calls + "/" + per.toMillis() + "ms";
    }
}
