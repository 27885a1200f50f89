package dev.producerdiscovery.worker.budget;

import dev.producerdiscovery.worker.failure.ThrottledFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The budget of all replicas: rates shared through Redis, parks and quotas in PostgreSQL. */
final class SharedProviderBudget implements ProviderBudget {

    private static final Logger log = LoggerFactory.getLogger(SharedProviderBudget.class);

    /** A provider that is switched off stays so until a restart; a message that could do with it asks now and then. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

    private final Parks parks;
    private final RateLimits rates;
    private final DailyQuotas quotas;
    private final InstantSource clock;
    private final Map<String, String> disabled = new ConcurrentHashMap<>();

    SharedProviderBudget(Parks parks, RateLimits rates, DailyQuotas quotas, InstantSource clock) {
        this.parks = parks;
        this.rates = rates;
        this.quotas = quotas;
        this.clock = clock;
    }

    @Override
    public void acquire(String provider, String bucket) {
        requireOpen(provider, bucket);
        quotas.requireShare(provider, bucket);
        rates.await(provider);
        // Somebody may have been told to stay away while this call waited for its turn.
        requireOpen(provider, bucket);
        quotas.spend(provider, bucket);
    }

    private void requireOpen(String provider, String bucket) {
        String off = disabled.get(provider);
        if (off != null) {
            throw new ThrottledFailure(provider, clock.instant().plus(LOOK_AGAIN), off);
        }
        Optional<Park> park = parks.inForce(provider, bucket);
        if (park.isPresent()) {
            throw new ThrottledFailure(provider, park.get().until(), park.get().reason());
        }
    }

    @Override
    public void park(String provider, String bucket, Instant until, String reason) {
        park(new Park(provider, bucket, until, reason, Park.Kind.BAN));
    }

    @Override
    public void quotaSpent(String provider, String bucket, Instant until, String reason) {
        park(new Park(provider, bucket, until, reason, Park.Kind.QUOTA));
    }

    @Override
    public void quota(String provider, ToIntFunction<String> callsADay) {
        quotas.state(provider, callsADay);
    }

    @Override
    public void parkForOutage(String provider, Instant until, String reason) {
        park(new Park(provider, ALL_BUCKETS, until, reason, Park.Kind.OUTAGE));
    }

    private void park(Park park) {
        if (park.until().isAfter(clock.instant())) {
            // An outage is renewed every few seconds; whoever noticed it tells of its start and end.
            boolean news = !park.isOutage()
                    && parks.inForce(park.provider(), park.bucket()).isEmpty();
            parks.park(park);
            if (news) {
                log.info(
                        "{} ({}) is not called before {}: {}",
                        park.provider(),
                        park.bucket(),
                        park.until(),
                        park.reason());
            }
        }
    }

    @Override
    public void answered(String provider) {
        parks.answered(provider);
    }

    @Override
    public Instant availableAt(String provider) {
        return disabled.containsKey(provider) ? Instant.MAX : parks.availableAt(provider);
    }

    @Override
    public void disable(String provider, String reason) {
        if (disabled.put(provider, reason) == null) {
            log.info("{} is switched off in this process: {}", provider, reason);
        }
    }
}
