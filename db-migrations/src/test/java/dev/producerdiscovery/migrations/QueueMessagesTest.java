package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.UNKNOWN;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class QueueMessagesTest {

    private static final Database DB = TestServer.plain().migrated();

    @BeforeEach
    void emptyQueue() {
        DB.execute("select pgmq.purge_queue('track_discovery')");
    }

    private static String enqueue(String body) {
        return String.valueOf(DB.number("select pg_enqueue('track_discovery', ?::jsonb)", body));
    }

    @Test
    void what_is_put_in_comes_out() {
        String id = enqueue("{\"albumName\": \"Ночь — 夜 \\\"x\\\"; drop table artists\"}");
        JsonNode messages = DB.json("select pg_dequeue('track_discovery')");
        assertThat(messages).hasSize(1);
        assertThat(messages.get(0).get("msg_id").asString()).isEqualTo(id);
        assertThat(messages.get(0).get("read_ct").asInt()).isEqualTo(1);
        assertThat(messages.get(0).at("/message/albumName").asString()).isEqualTo("Ночь — 夜 \"x\"; drop table artists");
    }

    @Test
    void a_megabyte_goes_through() {
        enqueue("{\"text\": \"" + "x".repeat(1 << 20) + "\"}");
        assertThat(DB.json("select pg_dequeue('track_discovery')")
                        .get(0)
                        .at("/message/text")
                        .asString())
                .hasSize(1 << 20);
    }

    @Test
    void an_empty_queue_gives_an_empty_array() {
        assertThat(DB.text("select pg_dequeue('track_discovery')")).isEqualTo("[]");
    }

    @Test
    void a_batch_comes_in_order_and_is_no_larger_than_asked() {
        for (int n = 1; n <= 4; n++) {
            enqueue("{\"n\": " + n + "}");
        }
        JsonNode first = DB.json("select pg_dequeue('track_discovery', 3, 60)");
        assertThat(first).hasSize(3);
        assertThat(first.get(0).at("/message/n").asInt()).isEqualTo(1);
        assertThat(first.get(2).at("/message/n").asInt()).isEqualTo(3);
        assertThat(DB.json("select pg_dequeue('track_discovery', 3, 60)")).hasSize(1);
    }

    @Test
    void the_time_out_is_in_seconds() {
        enqueue("{}");
        DB.execute("select pg_dequeue('track_discovery', 5, 90)");
        assertThat(DB.number("select round(extract(epoch from vt - last_read_at)) from pgmq.q_track_discovery"))
                .isEqualTo(90);
    }

    @Test
    void a_paused_queue_gives_nothing_until_it_is_resumed() {
        enqueue("{}");
        DB.execute("update queue_registry set active = false where queue_name = 'track_discovery'");
        assertThat(DB.text("select pg_dequeue('track_discovery')")).isEqualTo("[]");
        DB.execute("update queue_registry set active = true where queue_name = 'track_discovery'");
        assertThat(DB.json("select pg_dequeue('track_discovery')")).hasSize(1);
    }

    @Test
    void two_sessions_never_get_the_same_message() {
        for (int n = 0; n < 40; n++) {
            enqueue("{}");
        }
        List<JsonNode> taken = Sessions.atOnce(8, () -> DB.json("select pg_dequeue('track_discovery', 5, 60)"));
        assertThat(taken.stream()
                        .flatMap(JsonNode::valueStream)
                        .map(message -> message.get("msg_id").asLong()))
                .doesNotHaveDuplicates();
    }

    @Test
    void impossible_sizes_and_missing_bodies_are_refused() {
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select pg_dequeue('track_discovery', 0)"))
                .contains("batch_size", "0");
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select pg_dequeue('track_discovery', 1, -1)"))
                .contains("visibility_timeout", "-1");
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select pg_dequeue('track_discovery', null)"));
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select pg_enqueue('track_discovery', null)"))
                .contains("message_body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pg_enqueue('nowhere', '{}')",
                "pg_dequeue('nowhere')",
                "pg_delete_message('nowhere', '1')",
                "pg_release_message('nowhere', '1')",
                "ensure_message_deleted('nowhere', '1')",
                "cross_schema_queue_op('peek', 'nowhere', '1', null)",
                "pgmq_send('nowhere', '{}')",
                "pgmq_read('nowhere', 1, 1)",
                "pgmq_archive('nowhere', 1)",
            })
    void an_unknown_queue_raises(String call) {
        assertRefused(UNKNOWN, () -> DB.execute("select " + call)).contains("'nowhere'");
    }

    @Test
    void a_deleted_message_is_gone_and_deleting_it_again_is_false() {
        String id = enqueue("{}");
        assertThat(DB.isTrue("select pg_delete_message('track_discovery', ?)", id))
                .isTrue();
        assertThat(DB.isTrue("select pg_delete_message('track_discovery', ?)", id))
                .isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "word",
                "-1",
                "1.5",
                "0x1",
                "99999999999999999999",
                "1; delete from artists",
                "5f0c2f4e-0000-4000-8000-000000000001"
            })
    void an_id_that_no_message_can_have_is_false_and_no_error(String id) {
        assertThat(DB.isTrue("select pg_delete_message('track_discovery', ?::text)", id))
                .isFalse();
        assertThat(DB.isTrue("select pg_release_message('track_discovery', ?::text)", id))
                .isFalse();
        assertThat(DB.isTrue("select reset_stuck_message('track_discovery', ?::text)", id))
                .isFalse();
        assertThat(DB.isTrue("select ensure_message_deleted('track_discovery', ?::text)", id))
                .isTrue();
    }

    @Test
    void a_released_message_is_visible_at_once() {
        String id = enqueue("{}");
        DB.execute("select pg_dequeue('track_discovery', 1, 3600)");
        assertThat(DB.isTrue("select pg_release_message('track_discovery', ?)", id))
                .isTrue();
        assertThat(DB.json("select pg_dequeue('track_discovery')")).hasSize(1);
    }

    @Test
    void making_sure_that_a_message_is_deleted_is_true_whether_it_was_there_or_not() {
        String id = enqueue("{}");
        assertThat(DB.isTrue("select ensure_message_deleted('track_discovery', ?)", id))
                .isTrue();
        assertThat(DB.isTrue("select ensure_message_deleted('track_discovery', ?)", id))
                .isTrue();
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select ensure_message_deleted('track_discovery', '1', 0)"));
    }

    @Test
    void one_message_can_be_peeked_extended_released_archived_and_deleted_by_name_of_the_operation() {
        String id = enqueue("{\"n\": 1}");
        assertThat(operation("peek", id, null).at("/message/message/n").asInt()).isEqualTo(1);
        assertThat(DB.number("select read_ct from pgmq.q_track_discovery")).isZero();
        assertThat(operation("extend", id, "{\"seconds\": 600}").get("success").asBoolean())
                .isTrue();
        assertThat(DB.text("select pg_dequeue('track_discovery')")).isEqualTo("[]");
        assertThat(operation("release", id, null).get("success").asBoolean()).isTrue();
        DB.execute("select pg_dequeue('track_discovery', 1, 600)");
        assertThat(operation("reset", id, null).get("success").asBoolean()).isTrue();
        assertThat(operation("archive", id, null).get("success").asBoolean()).isTrue();
        assertThat(operation("delete", id, null).get("success").asBoolean()).isFalse();
        assertThat(operation("peek", "word", null).get("success").asBoolean()).isFalse();
    }

    private static JsonNode operation(String operation, String id, @org.jspecify.annotations.Nullable String params) {
        return DB.json("select cross_schema_queue_op(?, 'track_discovery', ?, ?::jsonb)", operation, id, params);
    }

    @Test
    void an_unknown_operation_and_a_senseless_extension_are_refused() {
        String id = enqueue("{}");
        assertRefused(BAD_ARGUMENT, () -> operation("explode", id, null)).contains("p_operation", "explode");
        assertRefused(BAD_ARGUMENT, () -> operation("extend", id, null)).contains("p_params");
        assertRefused(BAD_ARGUMENT, () -> operation("extend", id, "{\"seconds\": -3}"))
                .contains("seconds");
    }

    @Test
    void the_thin_functions_do_what_pgmq_does() {
        long id = DB.number("select pgmq_send('track_discovery', '{\"n\": 1}')");
        assertThat(DB.rows("select msg_id, message ->> 'n' as n from pgmq_read('track_discovery', 60, 5)"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("msg_id", id).containsEntry("n", "1"));
        assertThat(DB.isTrue("select pgmq_archive('track_discovery', ?)", id)).isTrue();
        assertThat(DB.isTrue("select pgmq_archive('track_discovery', ?)", id)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"trackId\": \"1\"}", "{\"track_id\": \"1\"}", "{\"trackId\": \" \", \"track_id\": \"1\"}"})
    void an_identification_message_names_its_track(String body) {
        assertThat(DB.isTrue("select validate_producer_identification_message(?::jsonb)", body))
                .isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"{}", "[]", "null", "\"trackId\"", "{\"trackId\": \"\"}", "{\"trackId\": null}"})
    void any_other_identification_message_is_not_valid(String body) {
        assertThat(DB.isTrue("select validate_producer_identification_message(?::jsonb)", body))
                .isFalse();
    }

    @Test
    void a_problematic_message_is_noted_and_needs_a_type() {
        DB.execute("select record_problematic_message('track_discovery', '7', '{\"n\":1}'::jsonb, 'odd', 'details')");
        assertThat(DB.text("select concat_ws('|', queue_name, message_id, message_body, error_type, error_details,"
                        + " resolved) from queue_mgmt.problematic_messages"))
                .isEqualTo("track_discovery|7|{\"n\": 1}|odd|details|f");
        assertRefused(
                BAD_ARGUMENT, () -> DB.execute("select record_problematic_message('track_discovery', '7', null, ' ')"));
    }
}
