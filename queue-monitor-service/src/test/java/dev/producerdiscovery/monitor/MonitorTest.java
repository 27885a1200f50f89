package dev.producerdiscovery.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.migrations.PipelineRole;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.MeterNotFoundException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The monitor as an operator and a program see it, on a real database and with the rights that it has in production. */
@SpringBootTest
@AutoConfigureMockMvc
class MonitorTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry properties) {
        DATABASE.springProperties(PipelineRole.OPERATOR).forEach((name, value) -> properties.add(name, () -> value));
        properties.add("producer-discovery.monitor.gauges-every", () -> "200ms");
        properties.add("producer-discovery.monitor.count-waiting-work-every", () -> "0s");
    }

    @Autowired
    private MockMvcTester http;

    @Autowired
    private MeterRegistry meters;

    private final JdbcClient owner = JdbcClient.create(DATABASE.owner());

    @BeforeEach
    @AfterEach
    void empty() {
        for (String queue : List.of("album_discovery", "track_discovery", "track_discovery_dlq")) {
            owner.sql("select pgmq.purge_queue(:queue)")
                    .param("queue", queue)
                    .query(Long.class)
                    .single();
        }
        owner.sql("delete from provider_budgets").update();
        owner.sql("delete from provider_usage").update();
        owner.sql("delete from run_waits").update();
        owner.sql("delete from discovery_runs").update();
        owner.sql("delete from provider_checks").update();
        owner.sql("delete from worker_issues").update();
        owner.sql("delete from monitoring_events").update();
        owner.sql("update queue_registry set active = true").update();
    }

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

    @Test
    void outside_apis_tell_how_they_do_since_when_and_what_to_do_about_it() {
        assertThat(page("/")).bodyText().contains("Nobody has looked at them yet");
        owner.sql("""
                        insert into provider_checks (provider, condition, detail, since, checked_at)
                        values
                            ('genius', 'fine', '', now() - interval '3 days', now()),
                            ('spotify', 'blocked', 'answered 403, no <Premium>', now() - interval '2 hours', now()),
                            ('wikidata', null, '', null, null)
                        """).update();

        MvcTestResult checks = get("/providers");
        assertThat(checks).bodyJson().extractingPath("$[*].provider").asArray().containsExactly("spotify", "genius");
        assertThat(checks).bodyJson().extractingPath("$[0].advice").asString().contains("Look after the account");
        assertThat(page("/"))
                .bodyText()
                .contains(
                        "blocked", "answered 403, no &lt;Premium&gt;", "Look after the account", "2 h ago", "3 d ago");
    }

    @Test
    void budgets_tell_what_is_left_and_what_a_parked_provider_holds_up() {
        owner.sql("""
                        insert into provider_budgets (provider, bucket, "window", "limit", parked_until, reason)
                        values
                            ('spotify', 'album', '24 hours', 100, null, null),
                            ('spotify', '*', null, null, now() + interval '1 hour', 'banned')
                        """).update();
        owner.sql("insert into provider_usage (provider, bucket, slot, calls) values ('spotify', 'album', now(), 85)")
                .update();
        send("album_discovery", "{\"artistId\": \"x\"}");
        MvcTestResult budgets = get("/budgets");
        assertThat(budgets).bodyJson().extractingPath("$[1].resetAt").asString().isNotBlank();
        assertThat(budgets)
                .bodyJson()
                .extractingPath("$[0].waiting[0].messages")
                .isEqualTo(1);
        assertThat(budgets).bodyJson().extractingPath("$[0].holdsUp").asArray().containsExactly("album_discovery");
        assertThat(budgets).bodyJson().extractingPath("$[0].reason").isEqualTo("banned");
        assertThat(budgets).bodyJson().extractingPath("$[1].left").isEqualTo(15);
        assertThat(budgets).bodyJson().extractingPath("$[1].nearlySpent").isEqualTo(true);

        await().ignoreException(MeterNotFoundException.class).untilAsserted(() -> {
            assertThat(gauge("used", "album")).isEqualTo(85);
            assertThat(gauge("limit", "album")).isEqualTo(100);
            assertThat(gauge("parked", "*")).isBetween(3500.0, 3600.0);
        });
    }

    @Test
    void a_run_that_has_had_its_share_is_named_and_so_is_what_a_run_will_cost() {
        String run = UUID.randomUUID().toString();
        owner.sql("select begin_discovery_run(cast(:run as uuid), '{\"artistName\": \"Nova Quill\"}')")
                .param("run", run)
                .query()
                .singleRow();
        for (int call = 0; call < 9; call++) {
            owner.sql("select worker_spend('spotify', 'album', interval '1 day', 10, cast(:run as uuid), 0.8)")
                    .param("run", run)
                    .query()
                    .singleRow();
        }
        send("track_discovery", "{\"albumId\": \"x\", \"_correlationId\": \"" + run + "\"}");
        MvcTestResult budgets = get("/budgets");
        assertThat(budgets).bodyJson().extractingPath("$[0].parked").isEqualTo(false);
        assertThat(budgets).bodyJson().extractingPath("$[0].left").isEqualTo(2);
        assertThat(budgets).bodyJson().extractingPath("$[0].waiting[0].run").isEqualTo(run);
        assertThat(budgets).bodyJson().extractingPath("$[0].waiting[0].artist").isEqualTo("Nova Quill");
        assertThat(budgets).bodyJson().extractingPath("$[0].waiting[0].queue").isEqualTo("track_discovery");
        assertThat(get("/runs"))
                .bodyJson()
                .extractingPath("$[0].estimate[0].calls")
                .isEqualTo(30);
        assertThat(page("/")).bodyText().contains("about 34", "Nova Quill");
        assertThat(events("budget_nearly_spent")).isEqualTo(1);
    }

    private double gauge(String name, String bucket) {
        return meters.get("producer.discovery.budget." + name)
                .tags("provider", "spotify", "bucket", bucket)
                .gauge()
                .value();
    }

    @Test
    void the_pages_show_what_there_is_and_let_nothing_of_it_run() {
        kill("{\"albumId\": \"1\", \"albumName\": \"<script>alert(1)</script>\"}", "<b>no album</b>");
        owner.sql(
                        "insert into worker_issues (worker_name, issue_type, message) values ('w', 'defect', '<i>broken</i>')")
                .update();
        assertThat(page("/"))
                .hasStatusOk()
                .bodyText()
                .contains("Track discovery", "&lt;i&gt;broken")
                .doesNotContain("<i>broken");
        assertThat(page("/pages/queues/track_discovery"))
                .hasStatusOk()
                .bodyText()
                .contains("Send back all 1", "&lt;b&gt;no album")
                .doesNotContain("<script>alert", "<b>no album");
        assertThat(page("/pages/queues/nowhere")).hasStatus(404).bodyText().contains("No queue is called");
    }

    @Test
    void the_page_s_buttons_work_without_scripts() {
        kill("{\"albumId\": \"1\"}", "no album");
        assertThat(http.post()
                        .uri("/pages/queues/track_discovery/reprocess-all")
                        .param("reason", "no album")
                        .exchange())
                .hasStatus(302)
                .hasRedirectedUrl("/pages/queues/track_discovery?reprocessed=1");
        assertThat(http.post().uri("/pages/pause/track_discovery").exchange()).hasRedirectedUrl("/");
        assertThat(active("track_discovery")).isFalse();
    }

    @Test
    void health_is_reported_from_the_database() {
        assertThat(get("/health-report"))
                .bodyJson()
                .extractingPath("$.overall_status")
                .isEqualTo("healthy");
        owner.sql("insert into worker_issues (worker_name, issue_type, message) values ('w', 'defect', 'broken')")
                .update();
        assertThat(get("/health-report"))
                .bodyJson()
                .extractingPath("$.overall_status")
                .isEqualTo("warning");
        assertThat(get("/issues")).bodyJson().extractingPath("$[0].message").isEqualTo("broken");
    }

    private MvcTestResult get(String uri) {
        return http.get().uri(uri).exchange();
    }

    private MvcTestResult page(String uri) {
        return http.get().uri(uri).accept(MediaType.TEXT_HTML).exchange();
    }

    private MvcTestResult post(String uri, String body) {
        return http.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private void send(String queue, String body) {
        owner.sql("select pg_enqueue(:queue, cast(:body as jsonb))")
                .params(Map.of("queue", queue, "body", body))
                .query(Long.class)
                .single();
    }

    private void read(String queue, int messages) {
        owner.sql("select pg_dequeue(:queue, :messages, 60)::text")
                .params(Map.of("queue", queue, "messages", messages))
                .query(String.class)
                .single();
    }

    private long kill(String body, String reason) {
        send("track_discovery", body);
        owner.sql("""
                        select move_to_dead_letter_queue(
                            'track_discovery', 'track_discovery_dlq', max(msg_id)::text, :reason)
                        from pgmq.q_track_discovery
                        """).param("reason", reason).query(Boolean.class).single();
        return owner.sql("select max(msg_id) from pgmq.q_track_discovery_dlq")
                .query(Long.class)
                .single();
    }

    private boolean active(String queue) {
        return owner.sql("select active from queue_registry where queue_name = :queue")
                .param("queue", queue)
                .query(Boolean.class)
                .single();
    }

    private long events(String type) {
        return owner.sql("select count(*) from monitoring_events where event_type = :type")
                .param("type", type)
                .query(Long.class)
                .single();
    }
}
