package dev.producerdiscovery.fleet.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PlainProgressTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PlainProgress view = new PlainProgress(
            new PrintStream(written, true, StandardCharsets.UTF_8), now::get, new WaitNotice(now::get, "4711"));

    @Test
    void a_change_of_state_is_told_at_once() {
        view.show(run("queued", 0, 1));
        view.show(run("running", 0, 1));

        assertThat(lines()).containsExactly("queued: tracks 0/1", "running: tracks 0/1");
    }

    @Test
    void counts_are_told_at_most_every_two_seconds() {
        view.show(run("running", 0, 9));
        view.show(run("running", 1, 8));
        now.updateAndGet(instant -> instant.plusSeconds(2));
        view.show(run("running", 2, 7));

        assertThat(lines()).containsExactly("running: tracks 0/9", "running: tracks 2/9");
    }

    @Test
    void nothing_is_said_twice() {
        view.show(run("running", 1, 1));
        now.updateAndGet(instant -> instant.plusSeconds(60));
        view.show(run("running", 1, 1));

        assertThat(lines()).hasSize(1);
    }

    @Test
    void a_day_long_wait_names_provider_time_and_reason_and_how_to_come_back() {
        view.show(RunProgress.from(JsonMapper.shared().readTree("""
                        {"state": "waiting for spotify until 2026-01-02T03:04:05Z",
                         "stages": [],
                         "waiting": [{"provider": "spotify", "until": "2026-01-02T03:04:05Z", "reason": "quota spent"}]}
                        """)));

        assertThat(lines())
                .contains(
                        "  waits for spotify until 2026-01-02 03:04 UTC, for 27 h 4 min: quota spent",
                        "  See it again: ./fleet watch 4711");
    }

    private static RunProgress run(String state, int done, int pending) {
        return RunProgress.from(JsonMapper.shared().readTree("""
                        {"state": "%s", "stages": [{"queue": "track_discovery", "pending": %d, "done": %d, "dead": 0}]}
                        """.formatted(state, pending, done)));
    }

    private java.util.List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
