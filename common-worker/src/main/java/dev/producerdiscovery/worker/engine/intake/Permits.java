package dev.producerdiscovery.worker.engine.intake;

import dev.producerdiscovery.worker.budget.ProviderBudget;
import dev.producerdiscovery.worker.engine.EngineParts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How many messages of a queue may be read now: as many as there are free slots, and none while a provider that every
 * message needs does not answer. What could not be started at once is better left in the queue. Thread-safe.
 */
public final class Permits {

    private final int slots;
    private final Set<String> providers;
    private final ProviderBudget budget;
    private final InstantSource clock;
    private final AtomicInteger taken = new AtomicInteger();
    private final InstantSource steady;
    private final AtomicReference<Instant> heldUntil = new AtomicReference<>(Instant.EPOCH);
    private volatile boolean oneAtATime;

    public Permits(Set<String> providers, EngineParts parts) {
        this.slots = parts.settings().concurrency();
        this.providers = Set.copyOf(providers);
        this.budget = parts.budget();
        this.clock = parts.clock();
        this.steady = parts.steady();
    }

    public boolean requires(String provider) {
        return providers.contains(provider);
    }

    /** How long the queue must not be read as far as providers are concerned; zero when it may be now. */
    public Duration closedFor() {
        Duration longest = Duration.between(steady.instant(), heldUntil.get());
        Instant now = clock.instant();
        for (String provider : providers) {
            Duration closed = Duration.between(now, budget.availableAt(provider));
            longest = closed.compareTo(longest) > 0 ? closed : longest;
        }
        return longest.isNegative() ? Duration.ZERO : longest;
    }

    /**
     * Reads nothing for {@code time} because a part of the provider does not answer. Nothing to do where the budget
     * holds up the whole provider: it also knows when that ends.
     */
    public void hold(String provider, Duration time) {
        if (!budget.availableAt(provider).isAfter(clock.instant())) {
            holdFor(time);
        }
    }

    /** Reads nothing for {@code time} at least: what holds for longer goes on. */
    public void holdFor(Duration time) {
        Instant until = steady.instant().plus(time);
        heldUntil.accumulateAndGet(until, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Whether only one message may be in hand: enough to find out whether the database serves again. */
    public void oneAtATime(boolean wanted) {
        oneAtATime = wanted;
    }

    public boolean oneAtATime() {
        return oneAtATime;
    }

    /** Takes free slots, at most so many; none while a provider that every message needs does not answer. */
    int take(int atMost) {
        if (atMost == 0 || !closedFor().isZero()) {
            return 0;
        }
        int before = taken.getAndUpdate(now -> now + granted(now, atMost));
        return granted(before, atMost);
    }

    private int granted(int now, int atMost) {
        return Math.clamp((oneAtATime ? 1 : slots) - now, 0, atMost);
    }

    int free() {
        return Math.max(0, slots - taken.get());
    }

    public void giveBack(int count) {
        taken.addAndGet(-count);
    }

    public int taken() {
        return taken.get();
    }
}
