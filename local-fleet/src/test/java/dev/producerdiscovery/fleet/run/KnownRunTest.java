package dev.producerdiscovery.fleet.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class KnownRunTest {

    @Test
    void steps_that_failed_for_good_are_over_too() {
        KnownRun run = run("\"artist_name\": \"Vi\",");

        assertThat(run.done()).isEqualTo(4);
        assertThat(run.steps()).isEqualTo(9);
    }

    @Test
    void a_run_has_the_name_that_was_asked_for_until_the_artist_is_known() {
        assertThat(run("").asked()).isEqualTo("vi");
        assertThat(run("\"artist_name\": null,").asked()).isEqualTo("vi");
        assertThat(run("\"artist_name\": \"Vi\",").asked()).isEqualTo("Vi");
    }

    private static KnownRun run(String artist) {
        return KnownRun.from(JsonMapper.shared().readTree("""
                {"correlation_id": "124c7ee9-2eb5-44be-b1b9-250ba102f932", "asked": {"artistName": "vi"}, %s
                 "state": "running", "started_at": "2026-11-29T23:21:00.236167+00:00",
                 "stages": [{"queue": "album_discovery", "pending": 2, "in_flight": 3, "done": 3, "dead": 1}]}
                """.formatted(artist)));
    }
}
