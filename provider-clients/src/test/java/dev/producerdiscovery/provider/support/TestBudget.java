package dev.producerdiscovery.provider.support;

import static java.util.Objects.requireNonNull;

import dev.producerdiscovery.worker.budget.ProviderBudget;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;

/** A budget without limits of its own, which obeys parks. */
public final class TestBudget implements ProviderBudget {

    /** A park as it was asked for. */
    public record Park(String provider, String bucket, Instant until, String reason, boolean outage) {}

    private final Clock clock;
    private final List<Park> parks = new ArrayList<>();
    private final Map<String, ToIntFunction<String>> quotas = new ConcurrentHashMap<>();
    private final Map<String, Park> open = new ConcurrentHashMap<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();

    TestBudget(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void acquire(String provider, String bucket) {
        for (String key : List.of(provider + ALL_BUCKETS, provider + bucket)) {
            Park park = open.get(key);
            if (park != null && clock.instant().isBefore(park.until())) {
                throw new ThrottledFailure(provider, park.until(), park.reason());
            }
        }
        taken.add(bucket);
    }

    /** The buckets of the calls that were allowed, in turn. */
    public List<String> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void park(String provider, String bucket, Instant until, String reason) {
        add(new Park(provider, bucket, until, reason, false));
    }

    @Override
    public void quotaSpent(String provider, String bucket, Instant until, String reason) {
        park(provider, bucket, until, reason);
    }

    @Override
    public void quota(String provider, ToIntFunction<String> callsADay) {
        quotas.put(provider, callsADay);
    }

    /** The calls a day that the provider's client says a bucket takes. */
    public int quota(String provider, String bucket) {
        return requireNonNull(quotas.get(provider)).applyAsInt(bucket);
    }

    @Override
    public void parkForOutage(String provider, Instant until, String reason) {
        add(new Park(provider, ALL_BUCKETS, until, reason, true));
    }

    @Override
    public void answered(String provider) {
        open.computeIfPresent(provider + ALL_BUCKETS, (key, park) -> park.outage() ? null : park);
    }

    @Override
    public Instant availableAt(String provider) {
        Park park = open.get(provider + ALL_BUCKETS);
        return park == null ? Instant.MIN : park.until();
    }

    @Override
    public void disable(String provider, String reason) {
        park(provider, ALL_BUCKETS, Instant.MAX, reason);
    }

    /** Every park so far, ended or not. */
    public synchronized List<Park> parks() {
        return List.copyOf(parks);
    }

    private synchronized void add(Park park) {
        parks.add(park);
        open.put(park.provider() + park.bucket(), park);
    }
}
