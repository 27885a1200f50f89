package dev.producerdiscovery.worker.budget;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.producerdiscovery.worker.engine.WorkerBench;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.resilience.Outage;
import dev.producerdiscovery.worker.resilience.Pause;
import dev.producerdiscovery.worker.resilience.RedisGate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Tests of what replicas share. */
abstract class Replicas {

    static final Clock CLOCK = Clock.systemUTC();

    final WorkerBench bench = new WorkerBench();
    final LettuceConnectionFactory redis = connections(bench.database().redisUrl());
    final List<Duration> waits = new ArrayList<>();
    final Pause recording = waits::add;
    final Instant inAnHour = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);

    /** A name that no other test's bucket in Redis has. */
    final String provider = "provider-" + UUID.randomUUID();

    static LettuceConnectionFactory connections(String redisUrl) {
        LettuceConnectionFactory connections = new LettuceConnectionFactory(
                LettuceConnectionFactory.createRedisConfiguration(redisUrl),
                LettuceClientConfiguration.builder()
                        .shutdownTimeout(Duration.ZERO)
                        .build());
        connections.afterPropertiesSet();
        connections.start();
        return connections;
    }

    @AfterEach
    void close() {
        redis.destroy();
        bench.close();
    }

    ProviderBudget replica() {
        return replica(BudgetSettings.unlimited(), recording, this::shared);
    }

    ProviderBudget replica(BudgetSettings settings, Pause pause, Supplier<SharedBuckets> buckets) {
        BudgetStore store = new BudgetStore(bench.jdbc());
        Parks parks = new Parks(store, CLOCK, () -> false);
        RedisGate gate = new RedisGate(new Outage("Redis", "The test goes on.", CLOCK), CLOCK, Duration.ofSeconds(5));
        return new SharedProviderBudget(
                parks,
                new RateLimits(settings, buckets.get(), gate, settings::fallbackShare, CLOCK, pause),
                new DailyQuotas(settings, store, parks, CLOCK),
                CLOCK);
    }

    SharedBuckets shared() {
        return new RedisBuckets(() -> redis, Duration.ofSeconds(2), CLOCK);
    }

    static SharedBuckets unreachable() {
        return (provider, rate) -> {
            throw new IllegalStateException("Redis is away");
        };
    }

    BudgetSettings rate(String rate) {
        return new BudgetSettings(Map.of(provider, rate), Map.of(), 0.2, 1, Duration.ofSeconds(20));
    }

    ThrottledFailure refused(ProviderBudget budget, String bucket) {
        return catchThrowableOfType(ThrottledFailure.class, () -> budget.acquire(provider, bucket));
    }
}
