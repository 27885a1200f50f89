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
                .contains("SPOTIFY_CLIENT_ID", "MUSICBRAINZ_CONTACT")
                .hasLineCount(1);
    }

    @Test
    void whom_real_music_does_not_have_may_be_misspelt() {
        assertThat(notFound("")).contains("spelling").doesNotContain("SPOTIFY_CLIENT_ID");
    }

    @Test
    void artists_of_one_name_are_told_apart_by_what_the_catalogue_knows_of_them() {
        assertThat(ambiguous("""
                {"name": "Mira Kel", "id": "m1", "disambiguation": "Estonian organist", "country": "EE", "years": "1961–1999"},
                {"name": "Mira Kel", "id": "m2", "disambiguation": null, "country": "NZ"}
                """))
                .contains("Run again with the id")
                .contains("disambiguation", "country", "years")
                .containsPattern("m1 +Estonian organist +EE +1961–1999")
                .containsPattern("m2 +NZ")
                .doesNotContain("followers", "genres", "null");

        assertThat(ambiguous("""
                {"name": "Mira Kel", "id": "s1", "followers": 12, "genres": ["ambient", "dub"]}
                """)).containsPattern("s1 +12 +ambient, dub").doesNotContain("years");
    }

    private static String notFound(String simulator) {
        return printed(simulator, "{\"state\": \"not_found\"}");
    }

    private static String ambiguous(String candidates) {
        return printed("", "{\"state\": \"ambiguous\", \"candidates\": [" + candidates + "]}");
    }

    private static String printed(String simulator, String run) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Backend backend = new Backend("", "", "", "", "", Map.of());
        ResultOutput.table(
                        new PrintStream(written, true, UTF_8),
                        () -> 120,
                        new FleetAddresses(backend, simulator, Map.of()))
                .print("", RunProgress.from(JsonMapper.shared().readTree(run)), List.of());
        return written.toString(UTF_8).strip();
    }
}
