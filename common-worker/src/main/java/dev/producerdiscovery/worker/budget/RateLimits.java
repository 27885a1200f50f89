package dev.producerdiscovery.worker.budget;

import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.resilience.Pause;
import dev.producerdiscovery.worker.resilience.RedisGate;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;

/**
 * Keeps the short-window rates: one token bucket a provider for all replicas, or this process's own share of it while
 * the shared one cannot be reached. Thread-safe.
 */
final class RateLimits {

    private final Map<String, Rate> rates;
    private final SharedBuckets shared;
    private final RedisGate gate;
    private final DoubleSupplier fallbackShare;
    private final Duration maxWait;
    private final InstantSource clock;
    private final Pause pause;
    private final Map<String, Own> local = new ConcurrentHashMap<>();

    /** @param fallbackShare this process's part while the shared buckets cannot be reached */
    RateLimits(
            BudgetSettings settings,
            SharedBuckets shared,
            RedisGate gate,
            DoubleSupplier fallbackShare,
            InstantSource clock,
            Pause pause) {
        this.rates = settings.parsedRates();
        this.fallbackShare = fallbackShare;
        this.maxWait = settings.maxWait();
        this.shared = shared;
        this.gate = gate;
        this.clock = clock;
        this.pause = pause;
    }

    /** @throws ThrottledFailure when the wait would be too long */
    void await(String provider) {
        Rate rate = rates.get(provider);
        if (rate == null) {
            return;
        }
        Optional<Duration> wait =
                gate.ask(() -> shared(provider, rate)).orElseGet(() -> reserve(local(provider, rate)));
        if (wait.isEmpty()) {
            throw new ThrottledFailure(
                    provider, clock.instant().plusSeconds(1), "others wait for its rate of " + rate + " already");
        }
        if (!wait.get().isZero() && !pause.sleep(wait.get())) {
            throw new ThrottledFailure(provider, clock.instant().plusSeconds(1), "interrupted while waiting");
        }
    }

    private Optional<Duration> shared(String provider, Rate rate) {
        Optional<Duration> wait = reserve(shared.bucket(provider, rate));
        local.remove(provider);
        return wait;
    }

    /** Takes one token, perhaps one of the future; how long until it is there, or empty when that is too far away. */
    private Optional<Duration> reserve(Bucket bucket) {
        long[] wait = {0};
        try {
            boolean reserved = bucket.asBlocking().tryConsume(1, maxWait.toNanos(), nanos -> wait[0] = nanos);
            return reserved ? Optional.of(Duration.ofNanos(wait[0])) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private record Own(double share, Bucket bucket) {}

    private Bucket local(String provider, Rate rate) {
        double share = fallbackShare.getAsDouble();
        return local.compute(
                        provider,
                        (name, own) -> own != null && own.share() == share
                                ? own
                                : new Own(share, emptyBucket(rate.share(share))))
                .bucket();
    }

    /** Empty, because what the shared bucket, or one for another share, gave out just before counts, too. */
    private Bucket emptyBucket(Rate rate) {
        var builder = Bucket.builder().withCustomTimePrecision(new ClockMeter(clock));
        for (var limit : rate.bucket().getBandwidths()) {
            builder = builder.addLimit(limit);
        }
        Bucket bucket = builder.build();
        bucket.tryConsumeAsMuchAsPossible();
        return bucket;
    }
}
