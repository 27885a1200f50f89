package dev.producerdiscovery.worker.budget;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The discovery run that this thread works for, to which its calls are counted. Holds for the thread that does the work,
 * and for nothing that it starts.
 */
public final class CurrentRun {

    private static final ThreadLocal<@Nullable UUID> RUN = new ThreadLocal<>();

    private CurrentRun() {}

    /** Does the work on account of the run; an empty one is nobody's account. */
    public static <T> T within(Optional<UUID> run, Supplier<T> work) {
        UUID before = RUN.get();
        RUN.set(run.orElse(null));
        try {
            return work.get();
        } finally {
            RUN.set(before);
        }
    }

    static Optional<UUID> get() {
        return Optional.ofNullable(RUN.get());
    }
}
