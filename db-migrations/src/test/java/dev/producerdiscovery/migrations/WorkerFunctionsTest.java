package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.UNKNOWN;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claim, archive and send are written out for each queue. */
class WorkerFunctionsTest extends MixesQueue {

    private static final Database WORKER = TestServer.plain().as(DB, PipelineRole.WORKER.roleName());

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
