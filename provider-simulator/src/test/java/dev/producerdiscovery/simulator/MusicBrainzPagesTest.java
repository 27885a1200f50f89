package dev.producerdiscovery.simulator;

import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.simulator.Caller.Answer;
import dev.producerdiscovery.simulator.catalogue.Act;
import dev.producerdiscovery.simulator.catalogue.Contributor;
import dev.producerdiscovery.simulator.musicbrainz.FormerIds;
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
    void unlicensed_copies_come_only_when_they_are_not_left_out() {
        List<String> official = statuses("&status=official");
        List<String> all = statuses("");

        assertThat(official).containsOnly("Official");
        assertThat(all).contains("Official", "Bootleg");
        assertThat(statuses("&status=bootleg%7Cpromotion")).containsOnly("Bootleg");
    }

    /** Of all acts: not each has a record that somebody copied. */
    private List<String> statuses(String filter) {
        return catalogue.acts().stream()
                .map(act -> act.who().ids().mbid())
                .filter(Objects::nonNull)
                .map(mbid -> get("/release?artist=" + mbid + "&limit=100" + filter))
                .flatMap(page -> page.findValuesAsString("status").stream())
                .distinct()
                .toList();
    }

    @Test
    void a_page_ends_where_it_would_hold_more_than_500_tracks() {
        String path = catalogue.acts().stream()
                .map(act -> act.who().ids().mbid())
                .filter(Objects::nonNull)
                .map(mbid -> "/release?artist=" + mbid + "&inc=recordings&limit=100")
                .max(comparingLong(asked -> get(asked).path("release-count").asLong()))
                .orElseThrow();

        JsonNode first = get(path);
        JsonNode second = get(path + "&offset=" + first.path("releases").size());

        assertThat(tracks(first)).isBetween(400L, 500L);
        assertThat(tracks(second)).isPositive();
        assertThat(first.path("releases").size() + second.path("releases").size())
                .isEqualTo(first.path("release-count").asInt());
        assertThat(first.findValuesAsString("id"))
                .doesNotContainAnyElementsOf(second.path("releases")
                        .valueStream()
                        .map(row -> row.path("id").asString())
                        .toList());
    }

    private static long tracks(JsonNode page) {
        return page.path("releases")
                .valueStream()
                .mapToLong(row -> row.at("/media/0/tracks").size())
                .sum();
    }

    @Test
    void an_id_that_was_given_up_leads_to_the_one_that_stays() {
        Contributor merged = catalogue.acts().stream()
                .map(Act::who)
                .filter(who -> FormerIds.of(who) != null)
                .findFirst()
                .orElseThrow();

        Answer moved = caller.musicBrainz("/artist/" + FormerIds.of(merged) + "?inc=aliases");

        assertThat(moved.status()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location").orElseThrow())
                .contains("/artist/" + merged.ids().mbid() + "?", "inc=aliases");
        assertThat(get("/release?limit=1&artist=" + FormerIds.of(merged)))
                .isEqualTo(get("/release?limit=1&artist=" + merged.ids().mbid()));
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
