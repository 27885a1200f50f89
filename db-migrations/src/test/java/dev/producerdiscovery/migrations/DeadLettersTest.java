package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.UNKNOWN;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersTest {

    private static final Database DB = TestServer.plain().migrated();

    @BeforeEach
    void emptyQueues() {
        DB.execute("select pgmq.purge_queue('album_discovery')");
        DB.execute("select pgmq.purge_queue('album_discovery_dlq')");
        DB.execute("delete from pgmq_dead_letter_items");
        DB.execute("delete from monitoring_events");
    }

    private static String deadMessage(String body) {
        String id = String.valueOf(DB.number("select pg_enqueue('album_discovery', ?::jsonb)", body));
        assertThat(move(id)).isTrue();
        return String.valueOf(DB.text("select msg_id from pgmq.q_album_discovery_dlq"));
    }

    private static boolean move(String id) {
        return DB.isTrue(
                "select move_to_dead_letter_queue('album_discovery', 'album_discovery_dlq', ?, 'it''s broken',"
                        + " '{\"stage\": \"夜\"}'::jsonb)",
                id);
    }

    private static boolean reprocess(String id) {
        return DB.isTrue("select reprocess_from_dlq('album_discovery_dlq', ?)", id);
    }

    @Test
    void a_dead_message_is_moved_with_its_reason_and_recorded_for_good() {
        String id = String.valueOf(DB.number("select pg_enqueue('album_discovery', '{\"artistId\": \"a\"}')"));
        assertThat(move(id)).isTrue();

        assertThat(DB.number("select count(*) from pgmq.q_album_discovery")).isZero();
        assertThat(DB.rows("select * from dlq_messages where queue_name = 'album_discovery_dlq'"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row).containsEntry("source_queue", "album_discovery");
                    assertThat(row).containsEntry("original_message_id", Long.valueOf(id));
                    assertThat(row).containsEntry("failure_reason", "it's broken");
                    assertThat(String.valueOf(row.get("custom_metadata"))).contains("夜");
                    assertThat(String.valueOf(row.get("full_message"))).contains("artistId", "_dlq_metadata");
                    assertThat(row.get("moved_at")).isNotNull();
                });
        assertThat(DB.text("select concat_ws('|', queue_name, msg, details ->> 'failure_reason')"
                        + " from dead_letter_details"))
                .isEqualTo("album_discovery|{\"artistId\": \"a\"}|it's broken");
        assertThat(DB.column("select event_type from monitoring_events")).containsExactly("message_moved_to_dlq");
    }

    @Test
    void moving_what_is_not_there_is_false_and_leaves_no_trace() {
        assertThat(move("4711")).isFalse();
        assertThat(move("word")).isFalse();
        assertThat(DB.number("select count(*) from pgmq_dead_letter_items")).isZero();
        assertThat(DB.number("select count(*) from pgmq.q_album_discovery_dlq")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"4,4", "many,0", "-1,0"})
    void failures_are_counted_from_the_headers_when_they_make_sense(String failures, long counted) {
        String id = String.valueOf(DB.number("select pg_enqueue('album_discovery', '{}')"));
        DB.execute("update pgmq.q_album_discovery set headers = jsonb_build_object('failures', ?)", failures);
        assertThat(move(id)).isTrue();
        assertThat(DB.number("select fail_count from pgmq_dead_letter_items")).isEqualTo(counted);
    }

    @Test
    void a_replayed_message_starts_anew_and_no_earlier_mark_can_swallow_it() {
        String id = deadMessage("{\"artistId\": \"a\", \"_idempotencyKey\": \"key\"}");
        DB.execute("update pgmq.q_album_discovery_dlq set headers ="
                + " '{\"failures\": 5, \"lastError\": \"x\", \"traceparent\": \"t\"}'");
        assertThat(reprocess(id)).isTrue();

        assertThat(DB.number("select count(*) from pgmq.q_album_discovery_dlq")).isZero();
        var message = DB.rows("select read_ct, headers::text as headers, message ->> 'artistId' as artist,"
                        + " message ->> '_idempotencyKey' as key, message ?? '_dlq_metadata' as still_dead,"
                        + " message -> '_reprocessing_metadata' ->> 'reprocessed_from_dlq' as dlq,"
                        + " message -> '_reprocessing_metadata' ?? 'reprocessed_at' as stamped"
                        + " from pgmq.q_album_discovery")
                .getFirst();
        assertThat(message)
                .containsEntry("read_ct", 0)
                .containsEntry("headers", "{\"traceparent\": \"t\"}")
                .containsEntry("artist", "a")
                .containsEntry("still_dead", false)
                .containsEntry("dlq", "album_discovery_dlq")
                .containsEntry("stamped", true);
        assertThat(String.valueOf(message.get("key"))).isNotEqualTo("key").contains("key");
        assertThat(DB.number(
                        "select count(*) from monitoring_events where event_type = 'message_reprocessed_from_dlq'"))
                .isEqualTo(1);
    }

    @Test
    void a_message_can_be_replayed_with_another_body() {
        String id = deadMessage("{\"artistId\": \"wrong\"}");
        assertThat(DB.isTrue("select reprocess_from_dlq('album_discovery_dlq', ?, '{\"artistId\": \"right\"}')", id))
                .isTrue();
        assertThat(DB.text("select message ->> 'artistId' from pgmq.q_album_discovery"))
                .isEqualTo("right");
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select reprocess_from_dlq('album_discovery_dlq', '1', '[1]')"))
                .contains("override_body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1, 2]", "\"text\"", "7", "null"})
    void a_body_that_is_no_object_survives_the_way_there_and_back(String body) {
        String id = deadMessage(body);
        assertThat(DB.isTrue(
                        "select full_message ?? '_dlq_metadata' from dlq_messages where message_id = ?::bigint", id))
                .isTrue();
        assertThat(reprocess(id)).isTrue();
        assertThat(DB.isTrue("select message -> '_body' = ?::jsonb from pgmq.q_album_discovery", body))
                .isTrue();
    }

    @Test
    void a_message_that_failed_twice_carries_only_its_last_story() {
        String id = deadMessage("{\"artistId\": \"a\"}");
        reprocess(id);
        String again = String.valueOf(DB.text("select msg_id from pgmq.q_album_discovery"));
        move(again);
        assertThat(DB.text("select original_message_id from dlq_messages")).isEqualTo(again);
        assertThat(DB.number("select count(*) from pgmq_dead_letter_items")).isEqualTo(2);
    }

    @Test
    void a_message_that_somebody_put_into_a_dead_letter_queue_by_hand_goes_to_the_queue_of_that_name() {
        DB.execute("select pg_enqueue('album_discovery_dlq', '{\"n\": 1}')");
        String id = String.valueOf(DB.text("select msg_id from pgmq.q_album_discovery_dlq"));
        assertThat(DB.text("select source_queue from dlq_messages")).isEqualTo("album_discovery");
        assertThat(reprocess(id)).isTrue();
        assertThat(DB.number("select count(*) from pgmq.q_album_discovery")).isEqualTo(1);
    }

    @Test
    void of_many_sessions_that_replay_one_message_one_does() {
        String id = deadMessage("{}");
        List<Boolean> replayed = Sessions.atOnce(8, () -> reprocess(id));
        assertThat(replayed).containsOnlyOnce(true);
        assertThat(DB.number("select count(*) from pgmq.q_album_discovery")).isEqualTo(1);
    }

    @Test
    void of_many_sessions_that_move_one_message_one_does() {
        String id = String.valueOf(DB.number("select pg_enqueue('album_discovery', '{}')"));
        assertThat(Sessions.atOnce(8, () -> move(id))).containsOnlyOnce(true);
        assertThat(DB.number("select count(*) from pgmq.q_album_discovery_dlq")).isEqualTo(1);
    }

    @Test
    void senseless_arguments_are_refused() {
        assertRefused(
                UNKNOWN,
                () -> DB.execute("select move_to_dead_letter_queue('nowhere', 'album_discovery_dlq', '1', 'why')"));
        assertRefused(
                UNKNOWN,
                () -> DB.execute("select move_to_dead_letter_queue('album_discovery', 'nowhere', '1', 'why')"));
        assertRefused(
                        BAD_ARGUMENT,
                        () -> DB.execute(
                                "select move_to_dead_letter_queue('album_discovery', 'album_discovery', '1', 'why')"))
                .contains("dlq_name");
        assertRefused(
                        BAD_ARGUMENT,
                        () -> DB.execute(
                                "select move_to_dead_letter_queue('album_discovery', 'album_discovery_dlq', '1', ' ')"))
                .contains("failure_reason");
        assertRefused(UNKNOWN, () -> DB.execute("select reprocess_from_dlq('nowhere', '1')"));
        assertThat(reprocess("word")).isFalse();
    }
}
