package dev.producerdiscovery.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.MeterNotFoundException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the monitor tells of outside APIs, of the budgets of their calls, and of the whole. */
class MonitorHealthTest extends RunningMonitor {

    @Autowired
    private MeterRegistry meters;

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
}
