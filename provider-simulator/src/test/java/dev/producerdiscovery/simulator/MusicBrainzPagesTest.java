package dev.producerdiscovery.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.simulator.Caller.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MusicBrainzPagesTest extends SimulatorTest {

    private static final String ALL = "&inc=artist-credits+isrcs+artist-rels+work-rels+work-level-rels+url-rels";
    private static final String WHOLE = "&status=official&inc=media+recordings+recording-level-rels+artist-credits"
            + "+isrcs+artist-rels+work-rels+work-level-rels";

    @Test
    void an_artists_recordings_come_page_by_page_with_all_that_is_known_of_them() {
        List<String> ids = new ArrayList<>();
        JsonNode page;
        do {
            page = get("/recording?artist=" + mbid() + ALL + "&limit=10&offset=" + ids.size());
            page.path("recordings").forEach(row -> ids.add(row.path("id").asString()));
        } while (ids.size() < page.path("recording-count").asInt());

        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(20);
        JsonNode all = get("/recording?artist=" + mbid() + ALL + "&limit=100");
        assertThat(all.findValuesAsString("type")).contains("producer", "performance", "writer", "free streaming");
        assertThat(all.path("recordings").valueStream())
                .as("some have codes")
                .anyMatch(row -> !row.path("isrcs").isEmpty())
                .as("others have none")
                .anyMatch(row -> row.path("isrcs").isEmpty())
                .as("concerts stand under the song's own title")
                .anyMatch(row -> row.path("disambiguation").asString().startsWith("live")
                        && !row.path("title").asString().contains("live"));
    }

    @Test
    void an_artists_releases_come_the_oldest_first_and_with_what_is_said_of_each() {
        JsonNode heads = get("/release?artist=" + mbid() + "&status=official&limit=100&inc=artist-rels+url-rels");

        assertThat(heads.path("releases")
                        .valueStream()
                        .map(row -> row.path("date").asString()))
                .isSorted()
                .hasSize(heads.path("release-count").asInt());
        assertThat(heads.path("releases").valueStream()).allMatch(row -> row.has("relations") && !row.has("media"));
        assertThat(heads.findValuesAsString("resource")).isNotEmpty();
    }

    @Test
    void whole_releases_come_with_the_credits_of_their_tracks() {
        JsonNode page = get("/release?artist=" + mbid() + WHOLE + "&limit=100");

        assertThat(page.path("releases").valueStream())
                .allMatch(row -> !row.path("media").isEmpty());
        assertThat(page.findValuesAsString("type")).contains("producer", "writer");
    }

    @Test
    void only_official_releases_are_there() {
        assertThat(get("/release?artist=" + mbid() + "&status=bootleg")
                        .path("release-count")
                        .asInt())
                .isZero();
    }

    @Test
    void nobodys_id_and_what_is_no_id_are_refused() {
        Answer nobody = caller.musicBrainz("/recording?artist=00000000-0000-4000-8000-000000000000");
        Answer nonsense = caller.musicBrainz("/release?artist=nonsense");

        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nonsense.json().path("error").asString()).isEqualTo("Invalid mbid.");
    }

    private JsonNode get(String path) {
        return caller.musicBrainz(path).json();
    }

    private String mbid() {
        return Objects.requireNonNull(example().who().ids().mbid());
    }
}
