package dev.producerdiscovery.worker.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.resilience.Outage;
import dev.producerdiscovery.worker.resilience.Pause;
import dev.producerdiscovery.worker.resilience.RedisGate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Several replicas on one Redis, and a clock that only the test moves. */
class SharedRateTest {

    private static final RedisConnectionFactory REDIS =
            Replicas.connections(TestDatabase.fresh().redisUrl());
    private static final double SHARE = 0.2;

    private Instant now = Instant.EPOCH;
    private final InstantSource clock = () -> now;

    /** One replica, and when it calls the provider. */
    private final class Replica {
        private final String provider;
        private final RateLimits limits;
        private final List<Instant> calls = new ArrayList<>();
        private Duration wait = Duration.ZERO;

        Replica(String provider, Rate rate, SharedBuckets buckets) {
            this.provider = provider;
            BudgetSettings settings = new BudgetSettings(
                    Map.of(provider, rate.calls() + "/" + rate.per().toMillis() + "ms"),
                    Map.of(),
                    SHARE,
                    1,
                    Duration.ofSeconds(20));
            Pause noted = duration -> {
                wait = duration;
                return true;
            };
            RedisGate gate =
                    new RedisGate(new Outage("Redis", "The test goes on.", clock), clock, Duration.ofSeconds(5));
            limits = new RateLimits(settings, buckets, gate, settings::fallbackShare, clock, noted);
        }

        void call() {
            wait = Duration.ZERO;
            try {
                limits.await(provider);
                calls.add(now.plus(wait));
            } catch (ThrottledFailure e) {
                assertThat(e).hasMessageContaining("others wait");
            }
        }
    }

    @Property(tries = 25)
    void replicas_together_never_exceed_the_rate_in_any_window(
            @ForAll @IntRange(min = 1, max = 200) int calls,
            @ForAll @IntRange(min = 1, max = 30) int seconds,
            @ForAll @IntRange(min = 1, max = 5) int replicas,
            @ForAll @Size(value = 400) List<@IntRange(min = 0, max = 2_000) Integer> pauses) {
        Rate rate = new Rate(calls, Duration.ofSeconds(seconds));
        RedisBuckets buckets = new RedisBuckets(() -> REDIS, Duration.ofSeconds(20), clock);
        List<Instant> sent = callsOf(replicas, rate, buckets, pauses).stream()
                .flatMap(replica -> replica.calls.stream())
                .sorted()
                .toList();

        assertThat(mostIn(rate.per(), sent)).isLessThanOrEqualTo(calls);
    }

    @Property(tries = 100)
    void a_replica_without_redis_never_exceeds_its_own_share_in_any_window(
            @ForAll @IntRange(min = 1, max = 60) int calls,
            @ForAll @IntRange(min = 1, max = 30) int seconds,
            @ForAll @Size(value = 120) List<@IntRange(min = 0, max = 2_000) Integer> pauses) {
        Rate rate = new Rate(calls, Duration.ofSeconds(seconds));
        SharedBuckets away = (provider, asked) -> {
            throw new IllegalStateException("Redis is away");
        };

        Replica alone = callsOf(1, rate, away, pauses).getFirst();

        assertThat(mostIn(rate.share(SHARE).per(), alone.calls.stream().sorted().toList()))
                .isLessThanOrEqualTo(calls);
    }

    @Property(tries = 25)
    void a_replica_that_loses_redis_does_not_call_at_once_what_redis_allowed_a_moment_ago(
            @ForAll @IntRange(min = 1, max = 19) int calls, @ForAll @IntRange(min = 1, max = 30) int seconds) {
        Rate rate = new Rate(calls, Duration.ofSeconds(seconds));
        AtomicBoolean away = new AtomicBoolean();
        RedisBuckets buckets = new RedisBuckets(() -> REDIS, Duration.ofSeconds(20), clock);
        Replica replica = new Replica("p-" + UUID.randomUUID(), rate, (provider, asked) -> {
            if (away.get()) {
                throw new IllegalStateException("Redis is away");
            }
            return buckets.bucket(provider, asked);
        });
        for (int outage = 0; outage < 2; outage++) {
            away.set(false);
            now = now.plusSeconds(60);
            replica.call();
            away.set(true);
            replica.call();
        }

        assertThat(mostIn(rate.per().dividedBy(calls), replica.calls)).isEqualTo(1);
    }

    /** Lets the replicas call in turn, with the pauses between them. */
    private List<Replica> callsOf(int replicas, Rate rate, SharedBuckets buckets, List<Integer> pauses) {
        String provider = "provider-" + UUID.randomUUID();
        List<Replica> all = IntStream.range(0, replicas)
                .mapToObj(number -> new Replica(provider, rate, buckets))
                .toList();
        for (int i = 0; i < pauses.size(); i++) {
            // Mostly at once: greed is what a limit is for.
            int pause = pauses.get(i);
            now = now.plusMillis(pause % 40 == 7 ? pause : 0);
            all.get(i % replicas).call();
        }
        return all;
    }

    private static int mostIn(Duration window, List<Instant> sent) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < sent.size(); last++) {
            while (!sent.get(first).plus(window).isAfter(sent.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
