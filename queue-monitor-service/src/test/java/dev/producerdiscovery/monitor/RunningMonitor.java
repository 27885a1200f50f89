package dev.producerdiscovery.monitor;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.migrations.PipelineRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
abstract class RunningMonitor {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry properties) {
        DATABASE.springProperties(PipelineRole.OPERATOR).forEach((name, value) -> properties.add(name, () -> value));
        properties.add("producer-discovery.monitor.gauges-every", () -> "200ms");
        properties.add("producer-discovery.monitor.count-waiting-work-every", () -> "0s");
    }

    @Autowired
    MockMvcTester http;

    final JdbcClient owner = JdbcClient.create(DATABASE.owner());

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

    MvcTestResult get(String uri) {
        return http.get().uri(uri).exchange();
    }

    MvcTestResult page(String uri) {
        return http.get().uri(uri).accept(MediaType.TEXT_HTML).exchange();
    }

    MvcTestResult post(String uri, String body) {
        return http.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    void send(String queue, String body) {
        owner.sql("select pg_enqueue(:queue, cast(:body as jsonb))")
                .params(Map.of("queue", queue, "body", body))
                .query(Long.class)
                .single();
    }

    long kill(String body, String reason) {
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

    boolean active(String queue) {
        return owner.sql("select active from queue_registry where queue_name = :queue")
                .param("queue", queue)
                .query(Boolean.class)
                .single();
    }

    long events(String type) {
        return owner.sql("select count(*) from monitoring_events where event_type = :type")
                .param("type", type)
                .query(Long.class)
                .single();
    }
}
