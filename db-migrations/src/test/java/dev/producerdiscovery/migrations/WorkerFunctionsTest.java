package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.UNKNOWN;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claim, archive and send are written out for each queue, and keep their plans. */
class WorkerFunctionsTest {

    private static final Database DB = TestServer.plain().migrated();
    private static final Database WORKER = TestServer.plain().as(DB, PipelineRole.WORKER.roleName());
    private static final String TAKE_ONE = """
            select count(*)
            from worker_claim('mixes', interval '30 seconds', 1) c
            cross join worker_archive('mixes', array[c.msg_id], array[c.read_ct])
            """;

    @BeforeEach
    void queue() {
        DB.execute("select register_queue('mixes')");
    }

    @AfterEach
    void noQueue() {
        DB.execute("select pgmq.drop_queue(queue_name) from pgmq.meta where queue_name in ('mixes', 'mixes_dlq')");
    }

    @Test
    void a_plan_made_while_the_queue_was_empty_does_not_walk_over_all_messages_when_there_are_many()
            throws SQLException {
        try (Connection session = DB.dataSource().getConnection();
                Statement statement = session.createStatement()) {
            statement.execute("alter table pgmq.q_mixes set (autovacuum_enabled = off)");
            statement.execute("vacuum analyze pgmq.q_mixes");
            for (int i = 0; i < 10; i++) {
                statement.execute(TAKE_ONE);
            }
            statement.execute("""
                    select pgmq.send_batch('mixes', array_agg(jsonb_build_object('n', n)))
                    from generate_series(1, 20000) n
                    """);
            statement.execute("select pg_stat_force_next_flush()");
            long before = DB.number("select seq_tup_read from pg_stat_user_tables where relname = 'q_mixes'");

            statement.execute(TAKE_ONE);

            statement.execute("select pg_stat_force_next_flush()");
            assertThat(DB.number("select count(*) from pgmq.a_mixes")).isEqualTo(1);
            assertThat(DB.number("select seq_tup_read from pg_stat_user_tables where relname = 'q_mixes'"))
                    .isEqualTo(before);
        }
    }

    @Test
    void a_queue_that_nobody_registered_is_served_too() {
        noQueue();
        DB.execute("select pgmq.create('mixes')");

        DB.execute("select worker_send('mixes', array['{}'::jsonb], null)");

        assertThat(DB.number(TAKE_ONE)).isEqualTo(1);
    }

    @Test
    void a_worker_may_call_the_functions_of_a_queue_directly_and_is_refused_the_same() {
        WORKER.execute("select worker_queues.send_mixes(array['{}'::jsonb], null)");
        assertThat(WORKER.number("select count(*) from worker_queues.claim_mixes('30 s', 1, 1000, null, false)"))
                .isEqualTo(1);
        assertThat(WORKER.number("select worker_queues.archive_mixes(array[1], array[1])"))
                .isEqualTo(1);

        for (String call : List.of(
                "select worker_queues.send_mixes(array[]::jsonb[], null)",
                "select worker_queues.send_mixes(array['{}'::jsonb], array[]::jsonb[])",
                "select worker_queues.send_mixes(array[jsonb_build_object('artistId', repeat('x', 501))], null)",
                "select worker_queues.claim_mixes('31 days', 1, 1000, null, true)",
                "select worker_queues.claim_mixes('30 s', 0, 1000, null, true)",
                "select worker_queues.claim_mixes('30 s', 1, -1, null, true)",
                "select worker_queues.claim_mixes('30 s', 1, 1000, null, null)")) {
            assertRefused(BAD_ARGUMENT, () -> WORKER.execute(call));
        }
    }

    @Test
    void a_queue_that_was_dropped_is_unknown_and_one_made_anew_is_served() throws SQLException {
        try (Connection session = DB.dataSource().getConnection();
                Statement statement = session.createStatement()) {
            statement.execute(TAKE_ONE);
            noQueue();
            assertRefused(UNKNOWN, () -> DB.execute(TAKE_ONE));
            assertRefused(UNKNOWN, () -> DB.execute("select worker_send('mixes', array['{}'::jsonb], null)"));

            queue();
            statement.execute("select worker_send('mixes', array['{}'::jsonb], null)");
            statement.execute(TAKE_ONE);
        }
        assertThat(DB.number("select count(*) from pgmq.a_mixes")).isEqualTo(1);
    }

    @Test
    void the_functions_of_a_dropped_queue_go_with_the_next_purge_and_those_of_others_stay() {
        noQueue();

        DB.execute("select purge_everything_old()");

        String functions = "select count(*) from pg_proc where pronamespace = 'worker_queues'::regnamespace";
        assertThat(DB.number(functions + " and proname like '%mixes'")).isZero();
        assertThat(DB.number(functions + " and proname like '%\\_track_discovery'"))
                .isEqualTo(3);
    }

    @Test
    void functions_of_former_parameters_make_way() {
        DB.execute("drop function worker_queues.claim_mixes");
        DB.execute("""
                create function worker_queues.claim_mixes(p_lease interval, p_quantity integer, p_max_body_bytes integer)
                returns setof bigint
                language sql
                return 0::bigint
                """);

        DB.execute("select worker_write_functions('mixes')");

        DB.execute("select worker_send('mixes', array['{}'::jsonb], null)");
        assertThat(DB.number(TAKE_ONE)).isEqualTo(1);
        assertThat(DB.number("select count(*) from pg_proc where proname = 'claim_mixes'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"array[%s]", "array['{}'::jsonb, %s]", "array[array[%s]]"})
    void an_id_that_is_too_long_to_be_looked_for_is_refused_however_it_is_sent(String bodies) {
        String body = "jsonb_build_object('artistId', repeat('x', 501))";

        assertRefused(
                BAD_ARGUMENT, () -> DB.execute("select worker_send('mixes', " + bodies.formatted(body) + ", null)"));
    }

    @Test
    void a_look_leaves_alone_what_fell_due_before_its_beginning() {
        DB.execute("select worker_send('mixes', array['{\"n\": 1}'::jsonb, '{\"n\": 2}', '{\"n\": 3}'], null)");
        DB.execute("update pgmq.q_mixes set vt = '2026-01-01 00:00:00Z'::timestamptz + msg_id * interval '1 hour'");

        assertThat(DB.text("select low_water_mark at time zone 'UTC' from worker_low_water('mixes')"))
                .isEqualTo("2026-01-01 01:00:00");
        assertThat(DB.text("""
                        select message ->> 'n'
                        from worker_claim('mixes', interval '30 s', 1, 1000, '2026-01-01 01:30:00Z', true)
                        """)).isEqualTo("2");
        assertThat(DB.number("select worker_next_due('mixes', '2026-01-01 01:30:00Z', '1 s')"))
                .isZero();
        assertThat(DB.number("select worker_next_due('mixes', '2026-01-01 03:30:00Z', null)"))
                .isBetween(20_000L, 30_000L);
        assertThat(DB.text("select worker_next_due('mixes', '2026-01-01 03:30:00Z', '5 s')"))
                .isNull();
    }

    @Test
    void rows_that_cannot_be_vacuumed_are_not_stepped_over_by_a_look_that_begins_behind_them() throws SQLException {
        try (Connection holder = DB.dataSource().getConnection();
                Connection session = DB.dataSource().getConnection();
                Statement statement = session.createStatement()) {
            holder.setAutoCommit(false);
            holder.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            holder.createStatement().execute("select count(*) from pgmq.meta");
            statement.execute("""
                    select pgmq.send_batch('mixes', array_agg(jsonb_build_object('n', n)))
                    from generate_series(1, 3000) n
                    """);
            statement.execute("""
                    select worker_archive('mixes', array_agg(msg_id), array_agg(read_ct))
                    from worker_claim('mixes', interval '30 seconds', 3000)
                    """);
            String mark = DB.text("select low_water_mark from worker_low_water('mixes')");
            statement.execute("select worker_send('mixes', array['{}'::jsonb], null)");

            long entries =
                    entriesRead(statement, "select worker_claim('mixes', '1 s', 1, 1000, '%s', true)".formatted(mark));

            assertThat(entries).isLessThan(10);
            assertThat(entriesRead(statement, "select worker_claim('mixes', '1 s', 1, 1000, null, true)"))
                    .as("from the very beginning")
                    .isGreaterThan(2000);
        }
    }

    /** How many entries of indexes of the queue a statement of this session steps over. */
    private static long entriesRead(Statement session, String sql) throws SQLException {
        String read = "select sum(idx_tup_read) from pg_stat_user_indexes where relname = 'q_mixes'";
        session.execute("select pg_stat_force_next_flush()");
        long before = DB.number(read);
        session.execute(sql);
        session.execute("select pg_stat_force_next_flush()");
        return DB.number(read) - before;
    }

    @Test
    void nothing_is_due_in_an_empty_queue_before_now() {
        assertThat(DB.isTrue("""
                        select low_water_mark between now() and clock_timestamp()
                        from worker_low_water('mixes')
                        """)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker_claim('mixes', ", "worker_queues.claim_mixes("})
    void only_a_claim_that_says_so_commits_without_waiting_for_the_disk(String claim) throws SQLException {
        assertThat(synchronousCommitAfter(claim + "interval '30 s', 1, 1000, null, false)"))
                .isEqualTo("off");
        assertThat(synchronousCommitAfter(claim + "interval '30 s', 1, 1000, null, true)"))
                .isEqualTo("on");
    }

    private static String synchronousCommitAfter(String claim) throws SQLException {
        try (Connection session = DB.dataSource().getConnection();
                Statement statement = session.createStatement()) {
            session.setAutoCommit(false);
            statement.execute("set local synchronous_commit = on");
            statement.execute("select " + claim);
            try (ResultSet answer = statement.executeQuery("show synchronous_commit")) {
                answer.next();
                return answer.getString(1);
            }
        }
    }

    @Test
    void a_worker_that_joins_finds_functions_that_fit() {
        DB.execute("""
                create or replace function worker_queues.archive_mixes(p_msg_ids bigint[], p_read_cts integer[])
                returns setof bigint
                language sql
                as 'select unnest(p_msg_ids)'
                """);
        String identity = "select 'worker_queues.archive_mixes'::regproc::oid::bigint";
        long before = DB.number(identity);

        DB.execute("select worker_heartbeat('mixes', 'ann', interval '30 seconds')");

        DB.execute("select worker_send('mixes', array['{}'::jsonb], null)");
        DB.execute(TAKE_ONE);
        assertThat(DB.number("select count(*) from pgmq.a_mixes")).isEqualTo(1);
        assertThat(DB.number(identity))
                .as("replaced and not dropped, since somebody may be about to call it")
                .isEqualTo(before);
    }

    @Test
    void functions_that_fit_are_left_alone_because_every_session_would_plan_anew() {
        String versions = "select string_agg(xmin::text, ' ' order by oid) from pg_proc"
                + " where pronamespace = 'worker_queues'::regnamespace";
        String before = DB.text(versions);

        queue();
        DB.execute("select worker_heartbeat('mixes', 'ben', interval '30 seconds')");

        assertThat(DB.text(versions)).isEqualTo(before);
    }
}
