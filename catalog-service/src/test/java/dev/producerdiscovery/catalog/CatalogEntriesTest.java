package dev.producerdiscovery.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is shown of one producer, track or artist. */
class CatalogEntriesTest extends RunningCatalog {

    @Test
    void a_producer_is_shown_with_roles_artists_and_identities() {
        MvcTestResult producer = get("/producers/" + CatalogFixture.BEATMONGER);
        assertThat(producer).bodyJson().extractingPath("$.aliases").asArray().containsExactly("Monty Beats");
        assertThat(producer).bodyJson().extractingPath("$.producedSongs").isEqualTo(1);
        assertThat(producer)
                .bodyJson()
                .extractingPath("$.artists[*].artistName")
                .asArray()
                .containsExactly("The Paper Foxes");
        assertThat(producer).bodyJson().extractingPath("$.roles[1].role").isEqualTo("executive");
        assertThat(get("/producers/" + CatalogFixture.ORSTED))
                .bodyJson()
                .extractingPath("$.identities[0].url")
                .isEqualTo("https://musicbrainz.org/artist/11111111-2222-3333-4444-555555555555");
        assertThat(get("/producers/" + CatalogFixture.ORSTED + "/tracks"))
                .bodyJson()
                .extractingPath("$.items[*].name")
                .asArray()
                .containsExactly("Undertow", "Lantern");
        assertThat(get("/producers/" + CatalogFixture.ORSTED + "/collaborations"))
                .bodyJson()
                .extractingPath("$[0].tracks")
                .isEqualTo(3);
    }

    @Test
    void a_producer_s_pages_are_shown_but_nothing_that_a_browser_would_run() {
        assertThat(get("/producers/" + CatalogFixture.BEATMONGER))
                .bodyJson()
                .extractingPath("$.profile.pages[*].url")
                .asArray()
                .containsExactly("https://soundcloud.com/beatmonger");
        assertThat(get("/pages/producers/" + CatalogFixture.BEATMONGER))
                .bodyText()
                .contains("Drums, mostly.", "mailto:studio@beatmonger.example")
                .doesNotContain("javascript:");
    }

    @Test
    void a_track_is_shown_with_each_credit_s_evidence_and_the_answers_that_name_nobody() {
        MvcTestResult track = get("/tracks/" + CatalogFixture.UNDERTOW);
        assertThat(track).bodyJson().extractingPath("$.credits[0].producerName").isEqualTo("Nils Ørsted");
        assertThat(track)
                .bodyJson()
                .extractingPath("$.credits[0].evidence[*].rawName")
                .asArray()
                .containsExactlyInAnyOrder("Nils Ørsted", "N. Orsted");
        assertThat(track)
                .bodyJson()
                .extractingPath("$.releases[*].albumName")
                .asArray()
                .containsExactly("Tidal (Deluxe)");
        assertThat(get("/tracks/" + CatalogFixture.UNKNOWN_SONG))
                .bodyJson()
                .extractingPath("$.answers[0].outcome")
                .isEqualTo("none_found");
        assertThat(get("/tracks?q=undertoe"))
                .bodyJson()
                .extractingPath("$[*].name")
                .asArray()
                .containsExactly("Undertow");
    }

    @Test
    void an_artist_is_shown_with_progress_producers_and_songs() {
        String artist = "/artists/" + CatalogFixture.VALE;
        assertThat(get("/artists?q=luma"))
                .bodyJson()
                .extractingPath("$.items[0].songsWithProducer")
                .isEqualTo(2);
        assertThat(get(artist)).bodyJson().extractingPath("$.songs").isEqualTo(3);
        assertThat(get(artist + "/progress"))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("complete");
        assertThat(get(artist + "/producers"))
                .bodyJson()
                .extractingPath("$.items[*].name")
                .asArray()
                .containsExactly("Nils Ørsted");
        assertThat(get(artist + "/songs"))
                .bodyJson()
                .extractingPath("$.items[*].asked")
                .asArray()
                .containsExactly(false, true, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/producers/",
                "/producers/%s/tracks",
                "/artists/",
                "/artists/%s/progress",
                "/tracks/",
                "/pages/tracks/"
            })
    void what_is_not_known_is_not_found(String path) {
        String id = "00000000-0000-0000-0000-00000000ffff";
        assertThat(get(path.contains("%s") ? path.formatted(id) : path + id)).hasStatus(404);
    }
}
