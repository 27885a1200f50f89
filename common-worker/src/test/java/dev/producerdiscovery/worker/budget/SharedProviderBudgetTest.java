package dev.producerdiscovery.worker.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.producerdiscovery.worker.engine.WorkerBench;
import dev.producerdiscovery.worker.failure.ShareSpentFailure;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.resilience.Outage;
import dev.producerdiscovery.worker.resilience.Pause;
import dev.producerdiscovery.worker.resilience.RedisGate;
import dev.producerdiscovery.worker.scope.WorkScope;
import io.lettuce.core.RedisClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SharedProviderBudgetTest {

    private static final Clock CLOCK = Clock.systemUTC();

    private final WorkerBench bench = new WorkerBench();
    private final RedisClient redis = RedisClient.create(bench.database().redisUrl());
    private final List<Duration> waits = new ArrayList<>();
    private final Pause recording = waits::add;
    private final Instant inAnHour = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);

    /** A name that no other test's bucket in Redis has. */
    private final String provider = "provider-" + UUID.randomUUID();

    @AfterEach
    void close() {
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        bench.close();
    }

    private ProviderBudget replica() {
        return replica(BudgetSettings.unlimited(), recording, this::shared);
    }

    private ProviderBudget replica(BudgetSettings settings, Pause pause, Supplier<SharedBuckets> buckets) {
        BudgetStore store = new BudgetStore(bench.jdbc());
        Parks parks = new Parks(store, CLOCK, () -> false);
        RedisGate gate = new RedisGate(new Outage("Redis", "The test goes on.", CLOCK), CLOCK, Duration.ofSeconds(5));
        return new SharedProviderBudget(
                parks,
                new RateLimits(settings, buckets.get(), gate, CLOCK, pause),
                new DailyQuotas(settings, store, parks, CLOCK),
                CLOCK);
    }

    private SharedBuckets shared() {
        return new RedisBuckets(() -> redis, Duration.ofSeconds(2), CLOCK);
    }

    private static SharedBuckets unreachable() {
        return (provider, rate) -> {
            throw new IllegalStateException("Redis is away");
        };
    }

    private BudgetSettings rate(String rate) {
        return new BudgetSettings(Map.of(provider, rate), Map.of(), 0.2, 1, Duration.ofSeconds(20));
    }

    private ThrottledFailure refused(ProviderBudget budget, String bucket) {
        return catchThrowableOfType(ThrottledFailure.class, () -> budget.acquire(provider, bucket));
    }

    @Test
    void a_park_stops_every_replica_and_survives_a_restart() {
        replica().park(provider, ProviderBudget.ALL_BUCKETS, inAnHour, "banned");

        assertThat(refused(replica(), "album").until()).isEqualTo(inAnHour);
        assertThat(refused(replica(), "album")).hasMessageContaining("banned");
    }

    @Test
    void a_park_of_one_bucket_leaves_the_others_open() {
        replica().park(provider, "album", inAnHour, "quota");

        ProviderBudget other = replica();
        assertThatCode(() -> other.acquire(provider, "track")).doesNotThrowAnyException();
        assertThat(refused(other, "album").until()).isEqualTo(inAnHour);
        assertThat(other.availableAt(provider)).isEqualTo(Instant.MIN);
    }

    @Test
    void a_later_park_never_shortens_an_earlier_one() {
        ProviderBudget budget = replica();
        budget.park(provider, "*", inAnHour, "long");
        budget.park(provider, "*", Instant.now().plusSeconds(5), "short");

        assertThat(budget.availableAt(provider)).isEqualTo(inAnHour);
        assertThat(refused(replica(), "any").until()).isEqualTo(inAnHour);
    }

    @Test
    void the_first_answer_ends_an_outage_everywhere() {
        ProviderBudget budget = replica();
        budget.parkForOutage(provider, inAnHour, "connection refused");
        assertThat(refused(replica(), "any")).isNotNull();

        budget.answered(provider);

        assertThat(budget.availableAt(provider)).isEqualTo(Instant.MIN);
        ProviderBudget other = replica();
        assertThatCode(() -> other.acquire(provider, "any")).doesNotThrowAnyException();
    }

    @Test
    void an_answer_does_not_end_a_ban_not_even_one_with_an_outage_in_it() {
        ProviderBudget budget = replica();
        budget.park(provider, "*", inAnHour, "banned");
        budget.parkForOutage(provider, Instant.now().plusSeconds(10), "time-out");

        budget.answered(provider);

        assertThat(refused(replica(), "any").until()).isEqualTo(inAnHour);
    }

    @Test
    void a_park_that_comes_while_a_call_waits_for_its_turn_is_obeyed() {
        ProviderBudget other = replica();
        ProviderBudget waiting = replica(
                rate("1/s"),
                duration -> {
                    other.park(provider, "*", inAnHour, "too many requests");
                    return true;
                },
                this::shared);
        waiting.acquire(provider, "any");

        assertThat(refused(waiting, "any").until()).isEqualTo(inAnHour);
    }

    @Test
    void replicas_share_one_rate() {
        ProviderBudget one = replica(rate("2/s"), recording, this::shared);
        ProviderBudget other = replica(rate("2/s"), recording, this::shared);

        for (int i = 0; i < 3; i++) {
            one.acquire(provider, "any");
            other.acquire(provider, "any");
        }

        // Six calls at two a second: the first at once, the last two and a half seconds later at the earliest. The
        // waits were only noted and not waited, so the last of them is the whole time but for what the calls took.
        assertThat(waits.getLast()).isBetween(Duration.ofMillis(500), Duration.ofMillis(2600));
        assertThat(waits).hasSize(5);
    }

    @Test
    void without_redis_a_replica_keeps_to_its_own_share() {
        ProviderBudget alone = replica(rate("10/s"), recording, SharedProviderBudgetTest::unreachable);

        alone.acquire(provider, "any");
        alone.acquire(provider, "any");

        // A fifth of ten a second is one call in half a second; the waits were only noted.
        assertThat(waits.getFirst()).isBetween(Duration.ofMillis(400), Duration.ofMillis(520));
        assertThat(waits.getLast()).isBetween(Duration.ofMillis(700), Duration.ofMillis(1_040));
    }

    @Test
    void a_wait_longer_than_a_handler_should_hold_its_slot_is_refused() {
        ProviderBudget slow = replica(rate("1/60s"), recording, this::shared);
        slow.acquire(provider, "any");

        assertThat(refused(slow, "any")).hasMessageContaining("rate");
    }

    @Test
    void a_spent_quota_parks_its_bucket_for_as_long_as_it_takes_and_a_restart_does_not_forget_it() {
        BudgetSettings three = new BudgetSettings(Map.of(), Map.of(provider, 3), 0.2, 1, Duration.ofSeconds(20));
        ProviderBudget budget = replica(three, recording, this::shared);
        for (int i = 0; i < 3; i++) {
            budget.acquire(provider, "album");
        }

        Instant until = refused(budget, "album").until();

        assertThat(until)
                .isBetween(
                        Instant.now().plus(Duration.ofHours(24)), Instant.now().plus(Duration.ofHours(25)));
        assertThat(refused(replica(three, recording, this::shared), "album").until())
                .isCloseTo(until, within(1, ChronoUnit.SECONDS));
        assertThatCode(() -> budget.acquire(provider, "track")).doesNotThrowAnyException();
        assertThat(bench.owner()
                        .sql("select used from provider_budgets where provider = ? and bucket = 'album'")
                        .param(provider)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    private BudgetSettings quota(int calls) {
        return new BudgetSettings(Map.of(), Map.of(provider, calls), 0.2, 0.8, Duration.ofSeconds(20));
    }

    private static WorkScope onAccountOf(UUID run) {
        return new WorkScope(Optional.of(run), Instant.MIN);
    }

    /** How many of the calls of a run are allowed. */
    private long callsOf(UUID run, ProviderBudget budget, int calls) {
        return onAccountOf(run)
                .within(() -> IntStream.range(0, calls)
                        .filter(call -> refused(budget, "album") == null)
                        .count());
    }

    @Test
    void a_big_run_waits_alone_and_a_small_one_that_begins_later_gets_its_share() {
        ProviderBudget budget = replica(quota(20), recording, this::shared);
        UUID big = UUID.randomUUID();

        assertThat(callsOf(big, budget, 50)).isEqualTo(16);
        assertThat(callsOf(UUID.randomUUID(), replica(quota(20), recording, this::shared), 3))
                .isEqualTo(3);

        ThrottledFailure waiting = onAccountOf(big).within(() -> refused(budget, "album"));
        assertThat(waiting).isInstanceOf(ShareSpentFailure.class).hasMessageContaining("share");
        assertThat(waiting.until()).isAfter(Instant.now().plus(Duration.ofHours(23)));
        assertThat(((ShareSpentFailure) waiting).lookAgain()).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
        assertThat(budget.availableAt(provider)).isEqualTo(Instant.MIN);
    }

    @Test
    void a_run_that_has_had_its_share_takes_no_turn_of_the_rate_from_others() {
        BudgetSettings both =
                new BudgetSettings(Map.of(provider, "10/s"), Map.of(provider, 5), 0.2, 0.8, Duration.ofSeconds(20));
        ProviderBudget budget = replica(both, recording, this::shared);
        UUID big = UUID.randomUUID();
        callsOf(big, budget, 5);
        waits.clear();

        callsOf(big, budget, 100);

        assertThat(waits).isEmpty();
    }

    @Test
    void what_the_client_knows_of_a_quota_holds_unless_something_is_configured() {
        ProviderBudget told = replica();
        told.quota(provider, bucket -> bucket.equals("album") ? 2 : 0);
        for (int i = 0; i < 2; i++) {
            told.acquire(provider, "album");
            told.acquire(provider, "free");
        }
        assertThat(refused(told, "album")).hasMessageContaining("its 2 calls of 24 hours to album are spent");
        assertThatCode(() -> told.acquire(provider, "free")).doesNotThrowAnyException();

        ProviderBudget configured = replica(quota(3), recording, this::shared);
        configured.quota(provider, bucket -> 1);
        for (int i = 0; i < 3; i++) {
            configured.acquire(provider, "track");
        }
        assertThat(refused(configured, "track")).hasMessageContaining("3 calls");
    }

    @Test
    void no_quota_is_for_a_bucket_that_the_client_exempts_whatever_is_configured() {
        ProviderBudget budget = replica(quota(1), recording, this::shared);
        budget.quota(provider, bucket -> bucket.equals("token") ? ProviderBudget.EXEMPT : 0);
        for (int i = 0; i < 3; i++) {
            assertThatCode(() -> budget.acquire(provider, "token")).doesNotThrowAnyException();
        }
        budget.acquire(provider, "album");
        assertThat(refused(budget, "album")).hasMessageContaining("its 1 calls");
    }

    @Test
    void a_call_is_made_uncounted_only_while_the_database_is_away() {
        JdbcClient away = JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/nowhere"));
        assertThatCode(() -> quotas(away).spend(provider, "album")).doesNotThrowAnyException();

        rename("worker_spend", "mislaid");
        try {
            assertThatThrownBy(() -> quotas(bench.jdbc()).spend(provider, "album"))
                    .isInstanceOf(BadSqlGrammarException.class)
                    .hasMessageContaining("worker_spend");
        } finally {
            rename("mislaid", "worker_spend");
        }
    }

    private void rename(String function, String name) {
        bench.owner()
                .sql("alter function " + function + "(text, text, interval, integer, uuid, double precision) rename to "
                        + name)
                .update();
    }

    private DailyQuotas quotas(JdbcClient jdbc) {
        BudgetStore store = new BudgetStore(jdbc);
        return new DailyQuotas(quota(3), store, new Parks(store, CLOCK, () -> true), CLOCK);
    }

    @Test
    void a_quota_that_is_spent_sooner_than_known_is_learned_by_every_replica() {
        ProviderBudget budget = replica(quota(10), recording, this::shared);
        for (int i = 0; i < 4; i++) {
            budget.acquire(provider, "album");
        }
        Instant tomorrow = Instant.now().plus(Duration.ofHours(24)).truncatedTo(ChronoUnit.MILLIS);
        budget.quotaSpent(provider, "album", tomorrow, "the day's quota is spent");

        ProviderBudget other = replica(quota(10), recording, this::shared);
        assertThat(refused(other, "album").until()).isEqualTo(tomorrow);
        bench.owner()
                .sql("update provider_budgets set parked_until = null where provider = ?")
                .param(provider)
                .update();
        assertThat(refused(other, "album")).hasMessageContaining("its 3 calls of 24 hours");
    }

    @Test
    void a_provider_that_is_switched_off_is_never_available() {
        ProviderBudget budget = replica();
        budget.disable(provider, "no key is configured");

        assertThat(budget.availableAt(provider)).isEqualTo(Instant.MAX);
        assertThat(refused(budget, "any")).hasMessageContaining("no key");
    }

    @Test
    void settings_that_make_no_sense_name_the_property_and_the_value() {
        assertThatThrownBy(() -> rate("fast"))
                .hasMessageContaining("producer-discovery.budget.rates." + provider)
                .hasMessageContaining("fast");
        assertThatThrownBy(() -> new BudgetSettings(Map.of(), Map.of(), 2, 1, Duration.ofSeconds(1)))
                .hasMessageContaining("fallback-share");
    }
}
