package dev.producerdiscovery.worker.scope;

import dev.producerdiscovery.worker.Delivery;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * What a handler does its work for, which decides about every call to a provider that comes of it: whose quota it is
 * counted to, and whether an answer that is at hand will do. The engine opens one around each call of a handler, for a
 * message as for a batch, and nothing else in a service does. It holds for the thread of the handler, and for nothing that
 * this starts: settlements are outside.
 *
 * <p>It is bound to the thread, not handed on as an argument, because between a handler and a call to a provider lies
 * domain logic that neither has a quota nor keeps answers.
 *
 * @param run the discovery run that calls are counted to; empty when they are on nobody's account
 * @param answersSince the time before which no answer may have been given; {@link Instant#MIN} when any will do
 */
public record WorkScope(Optional<UUID> run, Instant answersSince) {

    /** Work that nobody asked for: on no account, with answers of any age. */
    public static final WorkScope NONE = new WorkScope(Optional.empty(), Instant.MIN);

    private static final ThreadLocal<WorkScope> CURRENT = ThreadLocal.withInitial(() -> NONE);

    /**
     * What is done within a scope.
     *
     * @param <E> what it throws
     */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {

        T get() throws E;
    }

    /**
     * The scope of deliveries that are handled together.
     *
     * @param deliveries of one run, at least one. Where one of them asks for a new look, all get answers as new as it needs:
     *     a batch asks once
     */
    public static WorkScope of(Collection<Delivery> deliveries) {
        return new WorkScope(
                deliveries.iterator().next().correlationId(),
                deliveries.stream()
                        .filter(Delivery::refresh)
                        .map(Delivery::enqueuedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.MIN));
    }

    /** The scope of what this thread does; {@link #NONE} outside a handler. */
    public static WorkScope current() {
        return CURRENT.get();
    }

    /** Does the work within this scope, and only then what follows in the one before. */
    public <T, E extends Exception> T within(Work<T, E> work) throws E {
        WorkScope before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            CURRENT.set(before);
        }
    }
}
