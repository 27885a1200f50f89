package dev.producerdiscovery.worker.faults;

import static dev.producerdiscovery.worker.faults.Site.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What others put upon a queue: old snapshots, messages by the hundred thousand, and bodies that nobody meant. */
class BurdenTest {

    private static final long PARKED = 100_000;

    private final TestDatabase database = TestDatabase.fresh();
    private final Site site = Site.in(database);

    @AfterEach
    void close() {
        site.close();
    }

    private void start() {
        Crew crew = site.crew(Tuning.QUICK);
        crew.start(Flood.workers(crew.jdbc(), Flood.NONE));
    }

    @Test
    void a_transaction_that_stays_open_holds_up_nothing() throws SQLException {
        try (Connection idle = database.owner().getConnection();
                Statement statement = idle.createStatement()) {
            idle.setAutoCommit(false);
            idle.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("select count(*) from pgmq.q_" + Flood.QUEUE);
            Flood flood = new Flood(site, 400).send();
            start();

            flood.assertExactlyOnce();
        }
    }

    @Test
    void messages_parked_by_the_hundred_thousand_are_not_looked_at() {
        site.owner().sql("""
                        insert into pgmq.q_artist_discovery (vt, message)
                        select clock_timestamp() + interval '1 hour', '{"value": "parked"}'
                        from generate_series(1, ?::integer)
                        """).param(PARKED).update();
        site.owner().sql("analyze pgmq.q_artist_discovery").update();
        long before = rowsRead();
        int messages = 300;
        new Flood(site, messages).send();
        start();

        soon().until(() -> site.archived(Flood.QUEUE) == messages && site.archived(Flood.NEXT) == 2L * messages);

        assertThat(site.effects(Flood.QUEUE)).hasSize(messages).doesNotHaveDuplicates();
        assertThat(rowsRead() - before).isLessThan(20L * messages);
        assertThat(site.dead(Flood.QUEUE)).isZero();
    }

    /** Rows that scans of the queue's table came upon, by index or without. */
    private long rowsRead() {
        return site.owner().sql("""
                        select seq_tup_read + coalesce(idx_tup_fetch, 0)
                        from pg_stat_user_tables
                        where schemaname = 'pgmq'
                          and relname = 'q_artist_discovery'
                        """).query(Long.class).single();
    }

    @Test
    void bad_bodies_are_dead_with_their_reasons_and_the_good_ones_among_them_are_done() {
        String nested = "'" + "[".repeat(3_000) + "]".repeat(3_000) + "'::jsonb";
        List<String> bad = List.of(
                "null::jsonb",
                "'null'::jsonb",
                "'[1, 2]'::jsonb",
                "'\"text\"'::jsonb",
                "'{}'::jsonb",
                "jsonb_build_object('value', repeat('x', 10000000))",
                "jsonb_build_array(repeat('x', 10000000))",
                "jsonb_build_object('value', " + nested + ")");
        Flood flood = new Flood(site, 50);
        bad.forEach(body -> site.owner()
                .sql("select pgmq.send('" + Flood.QUEUE + "'::text, " + body + ")")
                .query(Long.class)
                .single());
        flood.send();
        start();

        flood.assertEffectsOnce();

        assertThat(site.dead(Flood.QUEUE)).isEqualTo(bad.size());
        assertThat(site.owner()
                        .sql("select failure_reason from dlq_messages")
                        .query((row, number) -> String.valueOf(row.getString(1)))
                        .list())
                .hasSize(bad.size())
                .allMatch(reason -> reason.startsWith("bad message: "));
    }
}
