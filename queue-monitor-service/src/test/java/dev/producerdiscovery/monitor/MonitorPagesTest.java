package dev.producerdiscovery.monitor;

import static org.assertj.core.api.Assertions.assertThat;

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
