package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.UNKNOWN;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StuckMessagesTest {

    private static final Database DB = TestServer.plain().migrated();

    @BeforeEach
    void emptyQueues() {
        DB.execute("select pgmq.purge_queue('album_discovery')");
        DB.execute("select pgmq.purge_queue('track_discovery')");
        DB.execute("delete from provider_budgets");
        DB.execute("delete from monitoring_events");
        DB.execute("update queue_registry set active = true");
    }

    /** A message that was read so many minutes ago and is hidden until so many minutes from now. */
    private static void message(int readMinutesAgo, int hiddenForMinutes) {
        DB.execute("select pg_enqueue('album_discovery', '{}')");
        DB.execute("select pg_dequeue('album_discovery')");
        DB.execute(
                "update pgmq.q_album_discovery set last_read_at = now() - make_interval(mins => ?),"
                        + " vt = now() + make_interval(mins => ?)",
                readMinutesAgo,
                hiddenForMinutes);
    }

    private static long stuck(int minutes) {
        return DB.number("select count(*) from list_stuck_messages('album_discovery', ?)", minutes);
    }

    @Test
    void a_message_that_was_never_read_is_waiting_however_old_it_is() {
        DB.execute("select pg_enqueue('album_discovery', '{}')");
        DB.execute(
                "update pgmq.q_album_discovery set enqueued_at = now() - interval '3 days', vt = now() - interval '3 days'");
        assertThat(stuck(1)).isZero();
        DB.execute("update pgmq.q_album_discovery set vt = now() + interval '3 days'");
        assertThat(stuck(1)).isZero();
    }

    @Test
    void a_message_whose_reader_died_under_a_long_time_out_is_stuck_from_the_threshold_on() {
        message(12, 60);
        assertThat(stuck(15)).isZero();
        assertThat(stuck(10)).isEqualTo(1);
        var row =
                DB.rows("select * from list_stuck_messages('album_discovery')").getFirst();
        assertThat(row.get("read_ct")).isEqualTo(1);
        assertThat(String.valueOf(row.get("minutes_locked"))).startsWith("12.");
    }

    @Test
    void a_message_whose_reader_gives_signs_of_life_is_not_stuck() {
        message(40, 1);
        assertThat(stuck(15)).isEqualTo(1);
        assertThat(DB.column("select worker_extend('album_discovery', array_agg(msg_id), array_agg(read_ct),"
                        + " interval '1 minute') from pgmq.q_album_discovery"))
                .hasSize(1);
        assertThat(stuck(15)).isZero();
        assertThat(DB.number("select reset_stuck_messages('album_discovery', 15)"))
                .isZero();
        assertThat(DB.isTrue("select vt > now() from pgmq.q_album_discovery")).isTrue();
    }

    @Test
    void a_message_that_is_visible_again_and_that_nobody_takes_is_stuck() {
        message(30, -20);
        assertThat(stuck(25)).isZero();
        assertThat(stuck(15)).isEqualTo(1);
    }

    @Test
    void a_message_that_was_put_back_with_a_delay_is_waiting() {
        DB.execute("select pg_enqueue('album_discovery', '{}')");
        DB.execute("select pg_dequeue('album_discovery')");
        DB.execute("select worker_release('album_discovery', array[msg_id], array[read_ct], interval '2 hours')"
                + " from pgmq.q_album_discovery");
        DB.execute("update pgmq.q_album_discovery set last_read_at = now() - interval '1 hour'");
        assertThat(stuck(15)).isZero();
    }

    @Test
    void while_the_queue_is_paused_or_its_provider_parked_nobody_has_to_take_it() {
        message(30, -20);
        DB.execute("update queue_registry set active = false where queue_name = 'album_discovery'");
        assertThat(stuck(10)).isZero();
        DB.execute("update queue_registry set active = true where queue_name = 'album_discovery'");
        assertThat(stuck(10)).isEqualTo(1);
        DB.execute(
                "insert into provider_budgets (provider, parked_until) values ('spotify', now() + interval '1 hour')");
        assertThat(stuck(10)).isZero();
    }

    @Test
    void a_reset_message_is_visible_at_once_and_the_reset_is_recorded() {
        message(30, 60);
        assertThat(DB.number("select reset_stuck_messages('album_discovery')")).isEqualTo(1);
        assertThat(DB.json("select pg_dequeue('album_discovery')")).hasSize(1);
        assertThat(DB.number("select count(*) from monitoring_events where event_type = 'stuck_messages_reset'"))
                .isEqualTo(1);
        assertThat(DB.number("select reset_stuck_messages('album_discovery')"))
                .as("nothing is left to do")
                .isZero();
    }

    @Test
    void one_message_can_be_reset_whatever_the_threshold_but_only_once_read() {
        DB.execute("select pg_enqueue('album_discovery', '{}')");
        String id = DB.text("select msg_id from pgmq.q_album_discovery");
        assertThat(DB.isTrue("select reset_stuck_message('album_discovery', ?)", id))
                .isFalse();
        DB.execute("select pg_dequeue('album_discovery', 1, 600)");
        assertThat(DB.isTrue("select reset_stuck_message('album_discovery', ?)", id))
                .isTrue();
        assertThat(DB.json("select pg_dequeue('album_discovery')")).hasSize(1);
    }

    @Test
    void all_queues_are_reset_together_and_only_those_with_a_reset_are_told() {
        message(30, 60);
        DB.execute("select pg_enqueue('track_discovery', '{}')");
        assertThat(DB.rows("select queue_name, messages_reset from reset_all_stuck_messages()"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("queue_name", "album_discovery")
                        .containsEntry("messages_reset", 1));
        assertThat(DB.rows("select queue_name from reset_all_stuck_messages()")).isEmpty();
    }

    @Test
    void a_message_that_is_being_settled_is_left_alone() throws Exception {
        message(30, 60);
        try (var connection = DB.dataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select from pgmq.q_album_discovery for update");
            assertThat(DB.number("select reset_stuck_messages('album_discovery')"))
                    .isZero();
            connection.rollback();
        }
    }

    @Test
    void of_two_resets_at_once_one_counts_the_message() {
        message(30, 60);
        assertThat(Sessions.atOnce(4, () -> DB.number("select reset_stuck_messages('album_discovery', 10)")).stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void negative_thresholds_and_unknown_queues_are_refused() {
        assertRefused(BAD_ARGUMENT, () -> stuck(-1)).contains("min_minutes_locked", "-1");
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select reset_stuck_messages('album_discovery', -1)"));
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select reset_all_stuck_messages(-1)"));
        assertRefused(UNKNOWN, () -> DB.execute("select list_stuck_messages('nowhere')"));
        assertRefused(UNKNOWN, () -> DB.execute("select reset_stuck_messages('nowhere')"));
    }
}
