package dev.producerdiscovery.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Queues, stuck messages and dead letters: what is told of them, and what can be done about them. */
class MonitorQueuesTest extends RunningMonitor {

    @Test
    void queues_are_listed_in_the_order_of_the_pipeline_with_their_depths() {
        send("album_discovery", "{\"artistId\": \"x\"}");
        send("album_discovery", "{\"artistId\": \"y\"}");
        read("album_discovery", 1);
        MvcTestResult queues = get("/queues");
        assertThat(queues)
                .bodyJson()
                .extractingPath("$[*].name")
                .asArray()
                .containsExactly(
                        "artist_discovery",
                        "album_discovery",
                        "track_discovery",
                        "producer_identification",
                        "social_enrichment");
        assertThat(queues).bodyJson().extractingPath("$[1].visible").isEqualTo(1);
        assertThat(queues).bodyJson().extractingPath("$[1].inFlight").isEqualTo(1);
        assertThat(get("/queues/nowhere")).hasStatus(404);
    }

    @Test
    void a_paused_queue_stays_paused_until_it_is_resumed() {
        assertThat(post("/queues/album_discovery/pause", ""))
                .bodyJson()
                .extractingPath("$.active")
                .isEqualTo(false);
        assertThat(active("album_discovery")).isFalse();
        assertThat(events("queue_paused")).isEqualTo(1);
        post("/queues/album_discovery/resume", "");
        assertThat(active("album_discovery")).isTrue();
        assertThat(post("/queues/nowhere/pause", "")).hasStatus(404);
    }

    @Test
    void a_message_whose_worker_died_is_stuck_and_can_be_set_free() {
        send("album_discovery", "{\"artistId\": \"x\"}");
        read("album_discovery", 1);
        assertThat(get("/queues/album_discovery/stuck")).bodyJson().isEqualTo("[]");
        owner.sql(
                        "update pgmq.q_album_discovery set last_read_at = now() - interval '16 minutes', vt = now() + interval '1 hour'")
                .update();
        assertThat(get("/queues/album_discovery/stuck"))
                .bodyJson()
                .extractingPath("$[0].message.artistId")
                .isEqualTo("x");
        assertThat(post("/queues/album_discovery/stuck/reset", ""))
                .bodyJson()
                .extractingPath("$.reset")
                .isEqualTo(1);
        assertThat(get("/queues/album_discovery"))
                .bodyJson()
                .extractingPath("$.visible")
                .isEqualTo(1);
    }

    @Test
    void of_a_large_dead_letter_the_list_tells_the_size_and_the_reason_only() {
        kill("{\"albumId\": \"1\", \"x\": \"" + "y".repeat(100_000) + "\"}", "too much of x");

        assertThat(get("/queues/track_discovery/dead-letters"))
                .bodyText()
                .contains("\"_bytes\":100", "too much of x")
                .hasSizeLessThan(5_000);
    }

    @Test
    void dead_letters_are_grouped_by_reason_and_sent_back_by_reason() {
        kill("{\"albumId\": \"1\"}", "no album");
        kill("{\"albumId\": \"2\"}", "no album");
        kill("{\"albumId\": \"3\"}", "bad name");
        assertThat(get("/dead-letters"))
                .bodyJson()
                .extractingPath("$[0].messages")
                .isEqualTo(2);
        assertThat(post("/queues/track_discovery/dead-letters/reprocess", "{\"reason\": \"no album\"}"))
                .bodyJson()
                .extractingPath("$.reprocessed")
                .isEqualTo(2);
        assertThat(get("/queues/track_discovery"))
                .bodyJson()
                .extractingPath("$.dead")
                .isEqualTo(1);
        assertThat(get("/queues/track_discovery"))
                .bodyJson()
                .extractingPath("$.visible")
                .isEqualTo(2);
    }

    @Test
    void one_dead_letter_can_be_mended_sent_back_or_discarded() {
        long mended = kill("{\"albumId\": \"1\"}", "no album");
        long discarded = kill("{\"albumId\": \"2\"}", "no album");
        String letters = "/queues/track_discovery/dead-letters/";
        assertThat(get(letters + mended)).bodyJson().extractingPath("$.reason").isEqualTo("no album");
        assertThat(post(letters + mended + "/reprocess", "{\"albumId\": \"7\"}"))
                .hasStatusOk();
        assertThat(owner.sql("select message->>'albumId' from pgmq.q_track_discovery")
                        .query(String.class)
                        .list())
                .containsExactly("7");
        assertThat(http.delete().uri(letters + discarded).exchange()).hasStatus(204);
        assertThat(http.delete().uri(letters + discarded).exchange()).hasStatus(404);
        assertThat(post(letters + mended + "/reprocess", "")).hasStatus(404);
        assertThat(events("dead_letter_discarded")).isEqualTo(1);
    }

    @Test
    void a_selection_that_is_none_or_two_is_refused() {
        String uri = "/queues/track_discovery/dead-letters/reprocess";
        assertThat(post(uri, "{}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.field")
                .isEqualTo("messageIds");
        assertThat(post(uri, "{\"all\": true, \"reason\": \"x\"}")).hasStatus(400);
        assertThat(post(uri, "{\"all\": true, \"limit\": 0}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.field")
                .isEqualTo("limit");
    }

    private void read(String queue, int messages) {
        owner.sql("select pg_dequeue(:queue, :messages, 60)::text")
                .params(Map.of("queue", queue, "messages", messages))
                .query(String.class)
                .single();
    }
}
