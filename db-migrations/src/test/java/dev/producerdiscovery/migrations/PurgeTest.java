package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that grow without end get rid of what is old in steps that nobody feels. */
class PurgeTest {

    private static final Database DB = TestServer.plain().migrated();

    private static final String OLD = "insert into %s (%s) select %s from generate_series(1, %d) n";

    @BeforeEach
    void clean() {
        DB.execute("truncate pgmq.a_track_discovery, pgmq.a_track_discovery_dlq, monitoring_events, worker_issues,"
                + " queue_mgmt.problematic_messages, provider_usage, queue_metrics, processed_operations");
        DB.execute("select pgmq.purge_queue('track_discovery')");
    }

    private static void events(int count, int daysAgo) {
        DB.execute(
                "insert into monitoring_events (event_type, created_at)"
                        + " select 'kind', now() - make_interval(days => ?, secs => n) from generate_series(1, ?) n",
                daysAgo,
                count);
    }

    @Test
    void a_step_takes_the_oldest_and_no_more_than_a_step() {
        DB.execute("create or replace function purge_step() returns integer language sql immutable as 'select 10'");
        try {
            events(25, 40);
            assertThat(DB.number("select purge_old_monitoring_events()")).isEqualTo(10);
            assertThat(DB.number("select extract(epoch from now() - min(created_at))::bigint - 40 * 86400"
                            + " from monitoring_events"))
                    .isLessThanOrEqualTo(15);
            assertThat(DB.number("select purge_old_monitoring_events()")).isEqualTo(10);
            assertThat(DB.number("select purge_old_monitoring_events()")).isEqualTo(5);
            assertThat(DB.number("select purge_old_monitoring_events()")).isZero();
        } finally {
            DB.execute(
                    "create or replace function purge_step() returns integer language sql immutable as 'select 50000'");
        }
    }

    @Test
    void a_general_purge_keeps_the_calls_that_count_in_the_longest_window_of_a_budget() {
        DB.execute("insert into provider_budgets (provider, bucket, \"window\", \"limit\")"
                + " values ('p', 'weekly', interval '7 days', 100)");
        DB.execute("insert into provider_usage (provider, bucket, slot)"
                + " values ('p', 'weekly', now() - interval '6 days'), ('p', 'weekly', now() - interval '8 days')");
        DB.execute("select purge_everything_old(1)");
        assertThat(DB.number("select count(*) from provider_usage")).isEqualTo(1);
    }

    @Test
    void a_row_that_somebody_holds_is_passed_over_and_nobody_waits() throws Exception {
        events(3, 40);
        try (Connection holding = DB.dataSource().getConnection();
                Statement statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("select from monitoring_events order by created_at limit 1 for update");
            assertThat(DB.number("select purge_old_monitoring_events()")).isEqualTo(2);
            holding.rollback();
        }
        assertThat(DB.number("select purge_old_monitoring_events()")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "monitoring_events|event_type, created_at|'kind', %s",
                "queue_metrics|queue_name, operation, started_at, created_at|'q', 'process', now(), %s",
                "processed_operations|kind, operation_id, result, created_at|concat('k', random()), n, '{}', %s",
                "provider_usage|provider, bucket, slot|'p', '*', %s - n * interval '1 second'",
                "worker_issues|worker_name, issue_type, message, resolved, updated_at|'w', 't', 'm', true, %s",
                "queue_mgmt.problematic_messages|queue_name, message_id, error_type, resolved, created_at"
                        + "|'q', n, 'e', true, %s",
                "pgmq.a_track_discovery|msg_id, vt, message, archived_at|n + coalesce((select max(msg_id)"
                        + " from pgmq.a_track_discovery), 0), now(), '{}', %s",
                "pgmq.a_track_discovery_dlq|msg_id, vt, message, archived_at|n + coalesce((select max(msg_id)"
                        + " from pgmq.a_track_discovery_dlq), 0), now(), '{}', %s"
            })
    void every_table_that_grows_without_end_keeps_what_is_young(String table, String columns, String values) {
        DB.execute(OLD.formatted(table, columns, values.formatted("now() - interval '31 days'"), 4));
        DB.execute(OLD.formatted(table, columns, values.formatted("now() - interval '29 days'"), 3));
        assertThat(DB.number("select purge_everything_old()")).isEqualTo(4);
        assertThat(DB.number("select count(*) from " + table)).isEqualTo(3);
        assertThat(DB.number("select purge_everything_old()")).isZero();
    }

    @Test
    void what_nobody_resolved_stays_however_old_it_is() {
        DB.execute("insert into worker_issues (worker_name, issue_type, message, updated_at)"
                + " values ('w', 't', 'm', now() - interval '90 days')");
        DB.execute("insert into queue_mgmt.problematic_messages (queue_name, message_id, error_type, created_at)"
                + " values ('q', '1', 'e', now() - interval '90 days')");
        assertThat(DB.number("select purge_everything_old()")).isZero();
    }

    @Test
    void a_purge_and_workers_that_finish_messages_do_not_disturb_each_other() {
        DB.execute("select pg_enqueue('track_discovery', '{}') from generate_series(1, 300)");
        DB.execute("insert into pgmq.a_track_discovery (msg_id, vt, message, archived_at)"
                + " select 1000000 + n, now(), '{}', now() - interval '40 days' from generate_series(1, 3000) n");
        AtomicInteger turn = new AtomicInteger();
        long done = Sessions.atOnce(6, () -> {
                    boolean purging = turn.getAndIncrement() < 2;
                    long count = 0;
                    for (int i = 0; i < 30; i++) {
                        count += purging
                                ? DB.number("select purge_archived_messages('track_discovery')")
                                : DB.number(
                                        "select count(*) from worker_claim('track_discovery', interval '1 minute', 5) c"
                                                + " cross join lateral worker_archive("
                                                + "'track_discovery', array[c.msg_id], array[c.read_ct])");
                    }
                    return count;
                })
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        assertThat(done).isEqualTo(3300);
        assertThat(DB.number("select count(*) from pgmq.a_track_discovery")).isEqualTo(300);
    }

    @Test
    void queues_and_their_archives_are_vacuumed_eagerly() {
        assertThat(DB.column("""
                        select c.relname
                        from queue_registry r
                        cross join lateral (values ('q_', 0.02), ('a_', 0.05)) as expected (prefix, factor)
                        join pg_class c
                            on c.relname = expected.prefix || r.queue_name
                            and c.relnamespace = 'pgmq'::regnamespace
                        where c.reloptions is null
                            or not c.reloptions @> array['autovacuum_vacuum_scale_factor=' || expected.factor]
                        """)).isEmpty();
    }
}
