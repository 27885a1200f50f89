package dev.producerdiscovery.provider.cache;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * How new answers have to be for the work at hand. Whoever asks for a fresh look gets one, yet does not pay twice for
 * what was asked since. Holds for the thread that does the work, and for nothing that it starts.
 */
public final class Freshness {

    private static final ThreadLocal<Instant> SINCE = new ThreadLocal<>();

    private Freshness() {}

    /** Does the work with answers that were given at {@code instant} or later. */
    public static <T> T since(Instant instant, Supplier<T> work) {
        Instant before = required();
        SINCE.set(instant);
        try {
            return work.get();
        } finally {
            SINCE.set(before);
        }
    }

    /** Does the work with answers of any age, or with new ones if somebody wants that. */
    public static <T> T when(boolean wanted, Instant instant, Supplier<T> work) {
        return wanted ? since(instant, work) : work.get();
    }

    /** The time before which no answer may have been given; {@link Instant#MIN} as a rule. */
    public static Instant required() {
        Instant since = SINCE.get();
        return since == null ? Instant.MIN : since;
    }
}
