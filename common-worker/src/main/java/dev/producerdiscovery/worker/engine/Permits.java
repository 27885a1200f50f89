package dev.producerdiscovery.worker.engine;

import dev.producerdiscovery.worker.budget.ProviderBudget;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many messages of a queue may be read now: as many as there are free slots, and none while a provider that every
 * message needs does not answer. What could not be started at once is better left in the queue. Thread-safe.
 */
final class Permits {

    private final int slots;
    private final Set<String> providers;
    private final ProviderBudget budget;
    private final InstantSource clock;
    private final AtomicInteger taken = new AtomicInteger();
    private volatile Instant heldUntil = Instant.MIN;

    Permits(int slots, Set<String> providers, ProviderBudget budget, InstantSource clock) {
        this.slots = slots;
        this.providers = Set.copyOf(providers);
        this.budget = budget;
        this.clock = clock;
    }

    boolean requires(String provider) {
        return providers.contains(provider);
    }

    /** When the queue may be read again as far as providers are concerned; in the past when it may be now. */
    Instant opensAt() {
        Instant at = heldUntil;
        for (String provider : providers) {
            Instant available = budget.availableAt(provider);
            at = available.isAfter(at) ? available : at;
        }
        return at;
    }

    /**
     * Reads nothing before {@code until} because a part of the provider does not answer. Nothing to do where the budget
     * holds up the whole provider: it also knows when that ends.
     */
    void hold(String provider, Instant until) {
        if (!budget.availableAt(provider).isAfter(clock.instant())) {
            heldUntil = until;
        }
    }

    /** Takes free slots, at most so many; none while a provider that every message needs does not answer. */
    int take(int atMost) {
        return take(atMost, 0);
    }

    /**
     * As {@link #take(int)}, but counts {@code leaving} slots as free that will be given back right after: so the next
     * messages can be read before the last ones have let go.
     */
    int take(int atMost, int leaving) {
        if (opensAt().isAfter(clock.instant())) {
            return 0;
        }
        int before = taken.getAndUpdate(now -> now + granted(now, atMost, leaving));
        return granted(before, atMost, leaving);
    }

    private int granted(int now, int atMost, int leaving) {
        return Math.clamp(slots + leaving - now, 0, atMost);
    }

    boolean full() {
        return taken.get() >= slots;
    }

    void giveBack(int count) {
        taken.addAndGet(-count);
    }

    int taken() {
        return taken.get();
    }
}
