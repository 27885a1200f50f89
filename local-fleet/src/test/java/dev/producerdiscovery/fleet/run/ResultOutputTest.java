package dev.producerdiscovery.fleet.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.fleet.process.Backend;
import dev.producerdiscovery.fleet.process.FleetAddresses;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ResultOutputTest {

    @Test
    void whom_the_simulator_does_not_have_leads_to_real_music() {
        assertThat(notFound("http://127.0.0.1:8090"))
                .contains("made-up catalogue")
                .contains("SPOTIFY_CLIENT_ID")
                .hasLineCount(1);
    }

    @Test
    void whom_real_music_does_not_have_may_be_misspelt() {
        assertThat(notFound("")).contains("spelling").doesNotContain("SPOTIFY_CLIENT_ID");
    }

    private static String notFound(String simulator) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Backend backend = new Backend("", "", "", "", "", Map.of());
        ResultOutput.table(
                        new PrintStream(written, true, UTF_8),
                        () -> 80,
                        new FleetAddresses(backend, simulator, Map.of()))
                .print("", RunProgress.from(JsonMapper.shared().readTree("{\"state\": \"not_found\"}")), List.of());
        return written.toString(UTF_8).strip();
    }
}
