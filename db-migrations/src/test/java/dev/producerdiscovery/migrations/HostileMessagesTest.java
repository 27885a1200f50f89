package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anybody may have sent a message: whoever looks at queues, runs and dead letters sees the others in spite of it. */
class HostileMessagesTest {

    private static final Database DB = TestServer.plain().migrated();

    private static final List<String> HEADERS = List.of(
            "null",
            "7",
            "\"text\"",
            "[]",
            "[\"delayedUntil\"]",
            "{}",
            "{\"failures\": \"x\", \"delayedUntil\": \"not a date\"}",
            "{\"failures\": -1, \"delayedUntil\": 5}",
            "{\"failures\": 1e300, \"delayedUntil\": {}}",
            "{\"failures\": 99999999999, \"delayedUntil\": \"2023-02-29T00:00:00Z\"}",
            "{\"failures\": [], \"delayedUntil\": \"infinity\"}",
            "{\"failures\": {\"a\": 1}, \"delayedUntil\": [\"2023-01-01T00:00:00Z\"]}",
            "{\"failures\": \"'; drop table artists; --\", \"delayedUntil\": \"'; drop table artists; --\"}");

    private static final List<String> BODIES = List.of(
            "null",
            "7",
            "\"'; drop table artists; --\"",
            "[]",
            "[\"_correlationId\", \"artistId\"]",
            "{\"_correlationId\": 7, \"artistId\": {}, \"producerId\": [], \"artistName\": null}",
            "{\"_correlationId\": {}, \"artistId\": \"\", \"artistName\": {\"a\": 1}}",
            "{\"_priority\": \"x\", \"_idempotencyKey\": {}}",
            "{\"_priority\": 1e300}",
            "{\"_dlq_metadata\": 7}",
            "{\"_dlq_metadata\": {\"moved_at\": \"never\", \"original_message_id\": \"x\", \"source_queue\": 9}}",
            "{\"_dlq_metadata\": {\"moved_at\": {}, \"original_message_id\": 1e300, \"source_queue\": [], \"custom_metadata\": 1}}",
            "{\"_body\": {\"_body\": 7}}");

    private static final UUID RUN = UUID.fromString("00000000-0000-4000-8000-0000000000d1");
    private static final UUID ARTIST = UUID.fromString("00000000-0000-4000-8000-0000000000a1");

    @BeforeEach
    void sendEverything() {
        DB.execute("delete from discovery_runs");
        DB.execute("delete from artists");
        DB.execute("delete from monitoring_events");
        DB.execute("insert into artists (id, name, spotify_id) values (?, 'Ottoline Vesper', 'artist')", ARTIST);
        DB.execute("select begin_discovery_run(?, '{}')", RUN);
        for (String queue :
                List.of("artist_discovery", "track_discovery", "track_discovery_dlq", "social_enrichment")) {
            DB.execute("select pgmq.purge_queue(?)", queue);
            for (String body : BODIES) {
                HEADERS.forEach(headers -> DB.execute("select pgmq.send(?, ?::jsonb, ?::jsonb)", queue, body, headers));
            }
            // Half of them are in somebody's hands.
            DB.execute("select pgmq.read(?, 3600, ?)", queue, BODIES.size() * HEADERS.size() / 2);
        }
        HEADERS.forEach(count -> DB.execute(
                "insert into monitoring_events (event_type, details) values ('stuck_messages_reset',"
                        + " jsonb_build_object('queue_name', 'track_discovery', 'messages_reset', ?::jsonb))",
                count));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list_stuck_messages('track_discovery', 0)",
                "list_stuck_messages('track_discovery_dlq', 0)",
                "count_stuck_messages('track_discovery')",
                "queue_depth('track_discovery')",
                "get_queue_monitoring_data()",
                "get_system_health()",
                "queue_monitoring_view",
                "queue_stats",
                "dlq_messages",
                "dead_letter_details",
                "diagnose_queue_tables()",
                "discovery_run_progress('00000000-0000-4000-8000-0000000000d1')",
                "check_artist_pipeline_progress('00000000-0000-4000-8000-0000000000a1')",
                "record_scaling_recommendations()",
                "dead_letter_exhausted_messages('track_discovery', 1)",
                "reset_stuck_messages('track_discovery', 0)",
                "reset_all_stuck_messages(0)",
                "pg_dequeue('track_discovery', 1000, 60)",
                "worker_next_due('track_discovery')",
                "worker_claim('track_discovery', interval '1 minute', 1000)",
            })
    void whoever_looks_gets_an_answer(String source) {
        assertThatCode(() -> DB.rows("select * from " + source)).doesNotThrowAnyException();
    }

    @Test
    void every_message_can_fail_and_be_given_up() {
        long messages = (long) BODIES.size() * HEADERS.size();
        DB.execute("update pgmq.q_track_discovery set vt = now()");
        assertThat(DB.number("""
                        select count(*)
                        from worker_claim('track_discovery', interval '1 minute', 1000) c
                        where worker_fail('track_discovery', c.msg_id, c.read_ct, 1, 'broken', interval '0')
                        """)).isEqualTo(messages);
        assertThat(DB.number("""
                        select count(*)
                        from worker_claim('track_discovery', interval '1 minute', 1000) c
                        where worker_dead('track_discovery', c.msg_id, c.read_ct, 2, 'broken')
                        """)).isEqualTo(messages);
        assertThat(DB.number("select count(*) from pgmq.q_track_discovery")).isZero();
    }

    @Test
    void a_dead_letter_that_names_a_nonsensical_source_stays_where_it_is() {
        String id = DB.text(
                "select max(msg_id) from pgmq.q_track_discovery_dlq where message @> ?::jsonb",
                "{\"_dlq_metadata\": {\"source_queue\": 9}}");
        assertRefused(SqlState.UNKNOWN, () -> DB.execute("select reprocess_from_dlq('track_discovery_dlq', ?)", id))
                .contains("source_queue", "'9'");
        assertThat(DB.number("select count(*) from pgmq.q_track_discovery_dlq where msg_id = ?::bigint", id))
                .isEqualTo(1);
    }

    @Test
    void a_nul_character_is_refused_at_the_door() {
        // PostgreSQL has no text with a NUL in it, so that no function ever meets one.
        assertRefused(
                        "22P05",
                        () -> DB.execute("select pg_enqueue('track_discovery', ?::jsonb)", "{\"a\": \"\\u0000\"}"))
                .contains("unsupported Unicode escape sequence");
        assertThat(DB.number("select count(*) from pgmq.q_track_discovery"))
                .isEqualTo((long) BODIES.size() * HEADERS.size());
    }
}
