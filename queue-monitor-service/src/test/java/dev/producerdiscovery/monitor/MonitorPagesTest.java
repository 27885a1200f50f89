package dev.producerdiscovery.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an operator sees and does in a browser. */
class MonitorPagesTest extends RunningMonitor {

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
    void a_run_s_calls_are_those_to_the_catalogue_that_it_asks() {
        String run = UUID.randomUUID().toString();
        owner.sql("select begin_discovery_run(cast(:run as uuid), cast(:asked as jsonb))")
                .params(Map.of("run", run, "asked", "{\"artistName\": \"Wren\", \"catalogue\": \"musicbrainz\"}"))
                .query()
                .singleRow();
        owner.sql("delete from run_estimates where correlation_id = cast(:run as uuid)")
                .param("run", run)
                .update();
        owner.sql("""
                        insert into run_estimates (correlation_id, provider, bucket, calls, exact)
                        values
                            (cast(:run as uuid), 'musicbrainz', 'releases', 73, false),
                            (cast(:run as uuid), 'spotify', 'search', 91, false)
                        """).param("run", run).update();

        assertThat(page("/")).bodyText().containsPattern("about 73</span>\\s*<span class=\"sub\">MusicBrainz<");
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
}
