package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PGMQ 1.5 to 1.9 keep headers but not when a message was read; everything of ours works there too. */
class OlderPgmqTest {

    private static final Database DB = TestServer.plain().empty();

    /** Our schema, less the column: read, pop, archive and set_vt name it no longer, as in those releases. */
    @BeforeAll
    static void install() {
        String script = CompatibleSchema.load()
                .script()
                .replaceAll("(?m)^ *last_read_at timestamptz,\n", "")
                .replace("set last_read_at = reading.moment,\n            vt", "set vt")
                .replace("q.last_read_at, ", "")
                .replace("last_read_at, ", "");
        assertThat(script).doesNotContain("last_read_at");
        DB.execute(script);
        Migrations.migrate(DB.dataSource());
    }

    @BeforeEach
    void emptyQueues() {
        DB.execute("select pgmq.purge_queue('album_discovery')");
        DB.execute("select pgmq.purge_queue('album_discovery_dlq')");
        DB.execute("delete from worker_heartbeats");
    }

    private static String claimed() {
        DB.execute("select pg_enqueue('album_discovery', '{\"n\": 1}')");
        return String.valueOf(DB.text("select msg_id from worker_claim('album_discovery', interval '30 seconds', 1)"));
    }

    @Test
    void a_message_is_claimed_renewed_and_finished() {
        claimed();
        assertThat(DB.column("select worker_extend('album_discovery', array_agg(msg_id), array_agg(read_ct),"
                        + " interval '1 minute') from pgmq.q_album_discovery"))
                .hasSize(1);
        assertThat(DB.column("select worker_archive('album_discovery', array_agg(msg_id), array_agg(read_ct))"
                        + " from pgmq.q_album_discovery"))
                .hasSize(1);
    }

    @Test
    void a_message_dies_and_is_replayed() {
        String id = claimed();
        assertThat(DB.isTrue("select worker_dead('album_discovery', ?::bigint, 1, 1, 'why')", id))
                .isTrue();
        assertThat(DB.text("select full_message ->> 'n' from dlq_messages")).isEqualTo("1");
        assertThat(DB.isTrue("select reprocess_from_dlq('album_discovery_dlq', message_id::text) from dlq_messages"))
                .isTrue();
        assertThat(DB.number("select count(*) from pgmq.q_album_discovery")).isEqualTo(1);
    }

    @Test
    void a_message_of_a_living_worker_is_left_alone_and_that_of_a_dead_one_freed() {
        DB.execute("select worker_heartbeat('album_discovery', 'ann', interval '30 seconds')");
        String id = claimed();
        assertThat(DB.number("select reset_stuck_messages('album_discovery', 0)"))
                .isZero();
        DB.execute("update worker_heartbeats set last_seen_at = now() - interval '1 minute'");
        assertThat(DB.isTrue("select reset_stuck_message('album_discovery', ?)", id))
                .isTrue();
    }

    @Test
    void a_message_that_was_read_counts_from_when_it_was_sent() {
        claimed();
        DB.execute("update pgmq.q_album_discovery"
                + " set enqueued_at = now() - interval '12 minutes', vt = now() + interval '1 hour'");
        assertThat(DB.number("select minutes_locked from list_stuck_messages('album_discovery')"))
                .isEqualTo(12);
        assertThat(DB.number("select count_stuck_messages('album_discovery', 15)"))
                .isZero();
        assertThat(DB.number("select count(*) from reset_all_stuck_messages()")).isEqualTo(1);
    }

    @Test
    void what_people_read_by_hand_and_look_at_works() {
        DB.execute("select pg_enqueue('album_discovery', '{}')");
        assertThat(DB.json("select pg_dequeue('album_discovery')")).hasSize(1);
        assertThat(DB.isTrue("select pgmq_archive('album_discovery', msg_id) from pgmq.q_album_discovery"))
                .isTrue();
        assertThat(DB.rows("select * from get_queue_monitoring_data()")).hasSize(5);
        assertThat(DB.rows("select * from diagnose_queue_tables()")).isNotEmpty();
        assertThat(DB.text("select get_system_health() ->> 'overall_status'")).isEqualTo("healthy");
    }
}
