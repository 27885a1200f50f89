package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Many sessions that decide about one entity, one run or one budget at once, and sessions that repeat themselves. */
class StateRacesTest {

    private static final Database DB = TestServer.plain().migrated();

    private final String id = UUID.randomUUID().toString();

    private void acquire() {
        assertThat(DB.isTrue("select acquire_processing_lock('song', ?, 30, 'run', 'worker')", id))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "release_processing_lock('song', ?) | PENDING",
                "complete_processing('song', ?) | COMPLETED",
                "fail_processing('song', ?, 'broken') | FAILED"
            })
    void of_many_sessions_that_end_a_processing_one_does(String call, String state) {
        acquire();
        assertThat(Sessions.atOnce(16, () -> DB.isTrue("select " + call, id))).containsOnlyOnce(true);
        assertThat(DB.text("select state from processing_status where entity_id = ?", id))
                .isEqualTo(state);
    }

    @Test
    void of_many_sessions_that_release_a_lock_by_force_one_tells_whose_it_was() {
        acquire();
        assertThat(Sessions.atOnce(
                        16,
                        () -> DB.json("select force_release_entity_lock('song', ?)", id)
                                .get("released")
                                .asBoolean()))
                .containsOnlyOnce(true);
        assertThat(DB.number(
                        "select count(*) from monitoring_events where event_type = 'lock_force_released'"
                                + " and details #>> '{previous_lock,entity_id}' = ?",
                        id))
                .isEqualTo(1);
    }

    @Test
    void every_sign_of_life_of_the_holder_counts() {
        acquire();
        assertThat(Sessions.atOnce(16, () -> DB.isTrue("select update_lock_heartbeat('song', ?, 'worker', 'run')", id)))
                .containsOnly(true);
    }

    @Test
    void of_many_sessions_that_open_a_run_one_does() {
        assertThat(Sessions.atOnce(16, () -> DB.isTrue("select begin_discovery_run(?::uuid, '{}')", id)))
                .containsOnlyOnce(true);
        assertThat(DB.isTrue("select begin_discovery_run(?::uuid, '{}')", id)).isFalse();
    }

    @Test
    void the_same_outcome_again_changes_nothing() {
        DB.execute("select begin_discovery_run(?::uuid, '{}')", id);
        String outcome = "select record_discovery_outcome(?::uuid, 'ambiguous', null, '[{\"name\": \"One\"}]')";
        DB.execute(outcome, id);
        DB.execute(outcome, id);
        assertThat(DB.text(
                        "select concat_ws('|', state, candidates) from discovery_runs where correlation_id = ?::uuid",
                        id))
                .isEqualTo("ambiguous|[{\"name\": \"One\"}]");
    }

    private static final String SPEND = "select allowed_at is null from worker_spend(?, 'search', interval '1 day', 2)";

    @Test
    void of_many_calls_at_once_a_quota_allows_as_many_as_it_has() {
        assertThat(Sessions.atOnce(16, () -> DB.isTrue(SPEND, id)))
                .filteredOn(allowed -> allowed)
                .hasSize(2);
    }

    @Test
    void whoever_asks_while_another_takes_the_last_call_hears_no() throws Exception {
        DB.execute(SPEND, id);
        try (Connection connection = DB.dataSource().getConnection();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.setAutoCommit(false);
            Database first = new Database(DB.name(), new SingleConnectionDataSource(connection, true));
            assertThat(first.isTrue(SPEND, id)).isTrue();
            Future<Boolean> second = threads.submit(() -> DB.isTrue(SPEND, id));
            await().until(DB::hasWaitingSession);
            connection.commit();
            assertThat(second.get()).isFalse();
        }
    }

    @Test
    void of_many_parks_the_longest_holds() {
        AtomicInteger minutes = new AtomicInteger();
        Sessions.atOnce(
                16,
                () -> DB.text(
                        "select worker_park(?, '*', date_trunc('day', now(), 'UTC') + interval '2 days' + make_interval(mins => ?), 'quota')",
                        id,
                        minutes.incrementAndGet()));
        assertThat(DB.text("select parked_until::time from worker_parks() where provider = ?", id))
                .isEqualTo("00:16:00");
        assertThat(DB.isTrue("select worker_answered(?)", id)).as("a ban stays").isFalse();
    }

    @Test
    void an_issue_that_many_report_is_one_with_a_count_until_it_is_quiet() {
        String report = "select worker_report_issue(?, 'odd', 'it happened', '{}', 2147483647)";
        Sessions.atOnce(16, () -> {
            DB.execute(report, id);
            return true;
        });
        assertThat(DB.text("select string_agg(details ->> 'count', ',') from worker_issues where worker_name = ?", id))
                .isEqualTo(String.valueOf(16L * Integer.MAX_VALUE));
        assertThat(DB.number("select worker_resolve_issues(?, interval '1 hour')", id))
                .isZero();
        assertThat(DB.number("select worker_resolve_issues(?, interval '0')", id))
                .isEqualTo(1);
        assertThat(DB.number("select worker_resolve_issues(?, interval '0')", id))
                .isZero();
        DB.execute(report, id);
        assertThat(DB.text(
                        "select concat_ws('|', open_issues, total) from get_worker_issue_stats() where worker_name = ?",
                        id))
                .isEqualTo("1|2");
    }
}
