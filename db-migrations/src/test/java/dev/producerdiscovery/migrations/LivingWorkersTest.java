package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.UNKNOWN;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reset never touches what a living worker holds, and nothing else is held back from it. */
class LivingWorkersTest {

    private static final Database DB = TestServer.plain().migrated();

    @BeforeEach
    void nobodyAtWork() {
        DB.execute("select pgmq.purge_queue('album_discovery')");
        DB.execute("delete from worker_heartbeats");
    }

    private static void beat(String worker, String lease) {
        DB.execute("select worker_heartbeat('album_discovery', ?, ?::interval)", worker, lease);
    }

    private static void lastSeen(String worker, String ago) {
        DB.execute("update worker_heartbeats set last_seen_at = now() - ?::interval where worker_id = ?", ago, worker);
    }

    private static String claimed(String lease) {
        DB.execute("select pg_enqueue('album_discovery', '{}')");
        return String.valueOf(DB.text("select msg_id from worker_claim('album_discovery', ?::interval, 1)", lease));
    }

    private static long resets() {
        return DB.number("select reset_stuck_messages('album_discovery', 0)");
    }

    @Test
    void what_a_living_worker_claimed_a_moment_ago_is_reset_by_nobody() {
        beat("ann", "30 seconds");
        String id = claimed("30 seconds");

        assertThat(resets()).isZero();
        assertThat(DB.isTrue("select reset_stuck_message('album_discovery', ?)", id))
                .isFalse();
        assertThat(DB.rows("select * from reset_all_stuck_messages(0)")).isEmpty();
        assertThat(DB.rows("select * from list_stuck_messages('album_discovery', 0)"))
                .isEmpty();
        assertThat(DB.number("select stuck from get_queue_monitoring_data() where queue_name = 'album_discovery'"))
                .isZero();
    }

    @Test
    void it_stays_protected_after_its_lease_was_renewed() {
        beat("ann", "30 seconds");
        claimed("30 seconds");
        DB.execute("select worker_extend('album_discovery', array_agg(msg_id), array_agg(read_ct),"
                + " interval '30 seconds') from pgmq.q_album_discovery");
        assertThat(resets()).isZero();
    }

    @Test
    void what_a_dead_worker_held_is_free_as_soon_as_its_lease_has_passed_since_its_last_sign_of_life() {
        beat("ann", "30 minutes");
        claimed("30 minutes");
        lastSeen("ann", "29 minutes");
        assertThat(resets()).isZero();
        lastSeen("ann", "31 minutes");
        assertThat(resets()).isEqualTo(1);
    }

    @Test
    void what_a_worker_held_that_took_its_leave_is_free_at_once() {
        beat("ann", "30 seconds");
        claimed("30 seconds");
        DB.execute("select worker_leave('album_discovery', 'ann')");
        assertThat(resets()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        // quiet for, threshold in minutes, freed
        "30 seconds, 11 seconds, 0, 0",
        "30 seconds, 16 seconds, 0, 1",
        "30 seconds, 29 seconds, 1, 0",
        "30 minutes, 11 minutes, 0, 0",
        "30 minutes, 14 minutes, 10, 0",
        "30 minutes, 16 minutes, 0, 1",
        "30 minutes, 16 minutes, 10, 1",
        "30 minutes, 16 minutes, 20, 0",
        "30 minutes, 29 minutes, 20, 1"
    })
    void what_was_not_renewed_for_half_its_lease_is_held_by_nobody_although_colleagues_live(
            String lease, String quiet, int threshold, long freed) {
        beat("ann", lease);
        claimed(lease);
        DB.execute(
                "update pgmq.q_album_discovery set last_read_at = last_read_at - ?::interval, vt = vt - ?::interval",
                quiet,
                quiet);
        assertThat(DB.number("select reset_stuck_messages('album_discovery', ?)", threshold))
                .isEqualTo(freed);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 30, 3600})
    void somebody_who_extends_a_message_by_hand_takes_no_protection_away(int seconds) {
        beat("ann", "30 seconds");
        String id = claimed("30 seconds");
        DB.execute(
                "select cross_schema_queue_op('extend', 'album_discovery', ?, jsonb_build_object('seconds', ?::int))",
                id,
                seconds);
        assertThat(DB.isTrue(
                        "select vt - clock_timestamp() between make_interval(secs => ? - 5) and make_interval(secs => ?)"
                                + " from pgmq.q_album_discovery",
                        seconds,
                        seconds))
                .isTrue();
        assertThat(resets()).isZero();
    }

    @Test
    void a_threshold_beyond_the_lease_works_as_if_nobody_told_that_he_lives() {
        beat("ann", "30 seconds");
        claimed("30 seconds");
        DB.execute("update pgmq.q_album_discovery"
                + " set last_read_at = now() - interval '20 minutes', vt = now() - interval '15 minutes'");
        assertThat(DB.number("select count(*) from list_stuck_messages('album_discovery', 10)"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select pg_dequeue('album_discovery')",
                "select pgmq.read('album_discovery', 600, 1)",
                "select worker_claim('album_discovery', interval '45 seconds', 1)"
            })
    void whoever_never_said_that_he_lives_is_not_protected_by_those_who_did(String read) {
        beat("ann", "30 seconds");
        DB.execute("select pg_enqueue('album_discovery', '{}')");
        DB.execute(read);
        assertThat(resets()).isEqualTo(1);
        assertThat(DB.json("select pg_dequeue('album_discovery')")).hasSize(1);
    }

    @Test
    void a_worker_of_another_queue_protects_nothing_here() {
        DB.execute("select worker_heartbeat('track_discovery', 'ann', interval '30 seconds')");
        claimed("30 seconds");
        assertThat(resets()).isEqualTo(1);
    }

    @Test
    void of_a_claim_and_a_reset_at_once_the_claim_keeps_its_message() {
        beat("ann", "30 seconds");
        DB.execute("select pg_enqueue('album_discovery', '{}') from generate_series(1, 200)");
        var answers = Sessions.atOnce(8, () -> {
            long claims = 0;
            for (int i = 0; i < 10; i++) {
                claims += DB.number("select count(*) from worker_claim('album_discovery', interval '30 seconds', 5)");
                DB.execute("select reset_stuck_messages('album_discovery', 0)");
            }
            return claims;
        });
        assertThat(answers.stream().mapToLong(Long::longValue).sum()).isEqualTo(200);
        assertThat(DB.number("select max(read_ct) from pgmq.q_album_discovery")).isEqualTo(1);
    }

    @Test
    void the_living_are_listed_for_whoever_may_read() {
        beat("ann", "30 seconds");
        beat("bob", "30 seconds");
        lastSeen("bob", "31 seconds");
        assertThat(TestServer.plain()
                        .as(DB, PipelineRole.READER.roleName())
                        .column("select queue_name || ' ' || worker_id || ' ' || lease from live_workers()"))
                .containsExactly("album_discovery ann 00:00:30");
    }

    @Test
    void whoever_joins_clears_away_the_long_dead_and_a_repeated_sign_of_life_keeps_one_row() {
        beat("ann", "30 seconds");
        lastSeen("ann", "31 days");
        beat("bob", "30 seconds");
        beat("bob", "1 minute");
        assertThat(DB.column("select worker_id || ' ' || lease from worker_heartbeats"))
                .containsExactly("bob 00:01:00");
    }

    @Test
    void the_last_of_a_queue_are_remembered_while_everything_is_down_and_those_before_them_are_not() {
        DB.execute("""
                insert into worker_heartbeats (queue_name, worker_id, lease, last_seen_at)
                select 'album_discovery', 'dead ' || n, interval '30 seconds', now() - interval '2 days' - n * interval '1 minute'
                from generate_series(1, 300) n
                """);
        beat("bob", "30 seconds");
        assertThat(DB.number("select count(*) from worker_heartbeats where worker_id like 'dead%'"))
                .isEqualTo(100);
        assertThat(DB.number("select count(*) from worker_heartbeats where worker_id in ('dead 1', 'dead 300')"))
                .isEqualTo(1);
    }

    @Test
    void many_that_join_at_once_are_all_there() {
        Sessions.atOnce(16, () -> {
            beat(Thread.currentThread().toString(), "30 seconds");
            beat("the same", "30 seconds");
            return true;
        });
        assertThat(DB.number("select count(*) from live_workers()")).isEqualTo(17);
    }

    @Test
    void leaving_twice_is_false() {
        beat("ann", "30 seconds");
        assertThat(DB.isTrue("select worker_leave('album_discovery', 'ann')")).isTrue();
        assertThat(DB.isTrue("select worker_leave('album_discovery', 'ann')")).isFalse();
    }

    @Test
    void senseless_arguments_are_refused() {
        assertRefused(UNKNOWN, () -> DB.execute("select worker_heartbeat('nowhere', 'ann', interval '1 second')"));
        assertRefused(BAD_ARGUMENT, () -> beat(" ", "1 second")).contains("p_worker_id");
        assertRefused(BAD_ARGUMENT, () -> beat("x".repeat(201), "1 second")).contains("p_worker_id");
        assertRefused(BAD_ARGUMENT, () -> beat("ann", "-1 second")).contains("p_lease");
        assertRefused(BAD_ARGUMENT, () -> beat("ann", "1000 years")).contains("p_lease");
        assertRefused(UNKNOWN, () -> DB.execute("select worker_leave('nowhere', 'ann')"));
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select worker_leave('album_discovery', null)"));
    }
}
