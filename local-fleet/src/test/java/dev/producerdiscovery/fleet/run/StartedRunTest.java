package dev.producerdiscovery.fleet.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.fleet.process.Backend;
import dev.producerdiscovery.fleet.process.FleetAddresses;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StartedRunTest {

    @Test
    void a_run_says_which_catalogue_answers() {
        assertThat(said("{\"artistName\": \"Mira Kel\"}", "")).isEqualTo("Run r1, catalogue: Spotify");
        assertThat(said("{\"artistName\": \"Mira Kel\", \"catalogue\": \"musicbrainz\"}", ""))
                .isEqualTo("Run r1, catalogue: MusicBrainz");
        assertThat(said("{\"artistName\": \"Mira Kel\"}", "http://127.0.0.1:8090"))
                .isEqualTo("Run r1, catalogue: Spotify (the simulator)");
    }

    private static String said(String asked, String simulator) {
        Backend backend = new Backend("", "", "", "", "", Map.of());
        return StartedRun.from(JsonMapper.shared().readTree("{\"correlationId\": \"r1\", \"asked\": " + asked + "}"))
                .describe(new FleetAddresses(backend, simulator, Map.of()));
    }
}
