package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A claim keeps its plan, looks at nothing that it need not, and commits as it is told. */
class WorkerClaimsTest extends MixesQueue {

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
}
