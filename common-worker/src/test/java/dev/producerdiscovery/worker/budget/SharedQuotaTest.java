package dev.producerdiscovery.worker.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.producerdiscovery.worker.failure.ShareSpentFailure;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.scope.WorkScope;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The calls of 24 hours, which replicas and runs share. */
class SharedQuotaTest extends Replicas {

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
}
