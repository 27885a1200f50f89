package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.UNKNOWN;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class MaintenanceTest {

    private static final Database DB = TestServer.plain().migrated();

    @BeforeEach
    void clean() {
        DB.execute("delete from processing_status");
        DB.execute("delete from processing_locks");
        DB.execute("delete from monitoring_events");
        DB.execute("select pgmq.purge_queue('track_discovery')");
    }

    private static void held(String id, int minutes) {
        DB.execute("select acquire_processing_lock('song', ?)", id);
        DB.execute(
                "update processing_status set last_processed_at = now() - make_interval(mins => ?)"
                        + " where entity_id = ?",
                minutes,
                id);
        DB.execute(
                "update processing_locks set last_heartbeat = now() - make_interval(mins => ?)"
                        + " where entity_id = ?",
                minutes,
                id);
    }

    @Test
    void what_gave_no_sign_of_life_is_set_free_and_the_rest_is_left_alone() {
        held("dead", 61);
        held("alive", 59);
        assertThat(DB.column("select concat_ws('|', entity_type, entity_id, state, action)"
                        + " from maintenance_clear_stale_entities()"))
                .containsExactlyInAnyOrder("song|dead|PENDING|status_reset", "song|dead|PENDING|lock_deleted");
        assertThat(DB.column("select entity_id from processing_locks")).containsExactly("alive");
        assertThat(DB.rows("select * from maintenance_clear_stale_entities()")).isEmpty();
    }

    @Test
    void a_lock_without_a_status_is_deleted_too() {
        DB.execute("insert into processing_locks (entity_type, entity_id, last_heartbeat)"
                + " values ('song', 'orphan', now() - interval '2 hours')");
        assertThat(DB.column("select action from maintenance_clear_stale_entities()"))
                .containsExactly("lock_deleted");
    }

    @Test
    void a_cleanup_counts_what_it_did() {
        held("dead", 61);
        JsonNode done = DB.json("select cleanup_stale_entities()");
        assertThat(done.get("deleted_locks").asInt()).isEqualTo(1);
        assertThat(done.get("reset_statuses").asInt()).isEqualTo(1);
        assertThat(done.get("timestamp").isNull()).isFalse();
    }

    @Test
    void two_cleanups_at_once_do_the_work_once() {
        for (int n = 0; n < 50; n++) {
            held("dead " + n, 61);
        }
        assertThat(
                        Sessions.atOnce(
                                        4,
                                        () -> DB.json("select cleanup_stale_entities()")
                                                .get("reset_statuses")
                                                .asInt())
                                .stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                .isEqualTo(50);
    }

    @Test
    void events_past_the_retention_are_purged() {
        DB.execute("insert into monitoring_events (event_type, created_at) values"
                + " ('old', now() - interval '31 days'), ('young', now() - interval '29 days')");
        assertThat(DB.number("select purge_old_monitoring_events()")).isEqualTo(1);
        assertThat(DB.number("select purge_old_monitoring_events()")).isZero();
        assertThat(DB.column("select event_type from monitoring_events")).containsExactly("young");
    }

    @Test
    void metrics_operations_and_finished_messages_are_purged_likewise() {
        DB.execute("insert into queue_metrics (queue_name, operation, started_at, created_at)"
                + " values ('q', 'process', now(), now() - interval '40 days')");
        DB.execute("insert into processed_operations (kind, operation_id, result, created_at)"
                + " values ('artist', 'o', '{}', now() - interval '40 days')");
        long id = DB.number("select pg_enqueue('track_discovery', '{}')");
        DB.execute("select pgmq_archive('track_discovery', ?)", id);
        DB.execute("update pgmq.a_track_discovery set archived_at = now() - interval '40 days'");
        assertThat(DB.number("select purge_old_queue_metrics()")).isEqualTo(1);
        assertThat(DB.number("select purge_processed_operations()")).isEqualTo(1);
        assertThat(DB.number("select purge_archived_messages('track_discovery')"))
                .isEqualTo(1);
        assertRefused(UNKNOWN, () -> DB.execute("select purge_archived_messages('nowhere')"));
    }

    @Test
    void only_messages_that_really_failed_too_often_are_given_up() {
        DB.execute("select pg_enqueue('track_discovery', jsonb_build_object('n', n)) from generate_series(1, 3) n");
        DB.execute("update pgmq.q_track_discovery set read_ct = 50");
        DB.execute("update pgmq.q_track_discovery set headers = '{\"failures\": 5}' where message ->> 'n' = '1'");
        DB.execute("update pgmq.q_track_discovery set headers = '{\"failures\": 5}', vt = now() + interval '1 minute'"
                + " where message ->> 'n' = '2'");
        assertThat(DB.number("select dead_letter_exhausted_messages('track_discovery', 5)"))
                .isEqualTo(1);
        assertThat(DB.column("select message ->> 'n' from pgmq.q_track_discovery order by msg_id"))
                .as("one is in a worker's hands, one was only read often")
                .containsExactly("2", "3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maintenance_clear_stale_entities(-1)",
                "cleanup_stale_entities(-1)",
                "maintenance_clear_stale_entities(null)",
                "purge_old_monitoring_events(-1)",
                "purge_old_monitoring_events(null)",
                "dead_letter_exhausted_messages('track_discovery', 0)",
            })
    void senseless_arguments_are_refused(String call) {
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select " + call));
    }
}
