package dev.producerdiscovery.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ObjectArrayAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** Artists, albums and tracks that Spotify knows, and others that only MusicBrainz knows. */
class TwoCataloguesTest extends RunningCatalog {

    private static final String SPOTIFY = "https://open.spotify.com/artist/";
    private static final String MUSICBRAINZ = "https://musicbrainz.org/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                CatalogFixture.WREN_MBID,
                "https://musicbrainz.org/artist/" + CatalogFixture.WREN_MBID,
                "https://musicbrainz.org/artist/" + CatalogFixture.WREN_MBID + "/releases",
                CatalogFixture.WREN_FORMER_MBID,
                "5D1F0F0C-4C55-4C8F-9A51-3A2F1D6C7B01"
            })
    void an_artist_is_found_by_the_id_or_link_of_musicbrainz(String term) {
        assertFound(term).containsExactly("Wren Holloway");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CatalogFixture.VALE_SPOTIFY,
                "spotify:artist:" + CatalogFixture.VALE_SPOTIFY,
                "https://open.spotify.com/artist/" + CatalogFixture.VALE_SPOTIFY + "?si=abc"
            })
    void and_by_that_of_spotify(String term) {
        assertFound(term).containsExactly("Luma Vale");
    }

    @Test
    void an_id_that_nobody_has_finds_nobody() {
        assertFound("5d1f0f0c-4c55-4c8f-9a51-3a2f1d6c7bff").isEmpty();
    }

    @Test
    void ids_that_turned_out_to_be_others_lead_to_these() {
        assertThat(get("/artists/" + CatalogFixture.WREN_GONE + "/songs"))
                .bodyJson()
                .extractingPath("$.items[*].name")
                .asArray()
                .containsExactly("Ember");
        assertPage("/pages/artists/" + CatalogFixture.WREN_GONE).contains("Wren Holloway", "Ember");
        assertPage("/pages/tracks/" + CatalogFixture.EMBER_GONE).contains("Ember");
        assertThat(get("/credits/export.csv?artist=" + CatalogFixture.WREN_GONE))
                .bodyText()
                .contains(CatalogFixture.EMBER_MBID);
    }

    @Test
    void programs_are_told_both_ids() {
        assertThat(get("/artists/" + CatalogFixture.WREN))
                .bodyJson()
                .extractingPath("$.musicbrainzId")
                .isEqualTo(CatalogFixture.WREN_MBID);
        assertThat(get("/tracks/" + CatalogFixture.EMBER))
                .bodyJson()
                .extractingPath("$['musicbrainzId', 'albumMusicbrainzId', 'spotifyId']")
                .asMap()
                .containsEntry("musicbrainzId", CatalogFixture.EMBER_MBID)
                .containsEntry("albumMusicbrainzId", CatalogFixture.KILN_MBID)
                .containsEntry("spotifyId", null);
    }

    @Test
    void the_description_of_the_api_tells_the_ids_apart() {
        assertThat(get("/v3/api-docs"))
                .bodyText()
                .contains("An artist's id or link at Spotify or MusicBrainz")
                .contains("Of the recording, which further tracks may share");
    }

    @Test
    void pages_lead_to_the_catalogues_that_know_what_they_show_and_to_no_other() {
        assertPage("/pages/artists/" + CatalogFixture.WREN)
                .contains(MUSICBRAINZ + "artist/" + CatalogFixture.WREN_MBID)
                .doesNotContain("open.spotify.com", "null");
        assertPage("/pages/tracks/" + CatalogFixture.EMBER)
                .contains(MUSICBRAINZ + "recording/" + CatalogFixture.EMBER_MBID)
                .contains(MUSICBRAINZ + "release/" + CatalogFixture.KILN_MBID)
                .doesNotContain("open.spotify.com", "null");
        assertPage("/pages/artists/" + CatalogFixture.VALE)
                .contains(SPOTIFY + CatalogFixture.VALE_SPOTIFY)
                .doesNotContain("musicbrainz.org/artist");
    }

    @Test
    void exported_credits_end_with_the_ids_of_musicbrainz() {
        String ids = CatalogFixture.EMBER_MBID + "," + CatalogFixture.KILN_MBID + "," + CatalogFixture.WREN_MBID;

        assertThat(get("/credits/export.csv?artist=" + CatalogFixture.WREN))
                .bodyText()
                .contains(",source,musicbrainz_id,album_musicbrainz_id,artist_musicbrainz_id\r\n")
                .endsWith("QZAAA2600005,,0.9,single source,musicbrainz," + ids + "\r\n");
        assertThat(get("/credits/export.json?artist=" + CatalogFixture.WREN))
                .bodyJson()
                .extractingPath("$[0].artistMusicbrainzId")
                .isEqualTo(CatalogFixture.WREN_MBID);
    }

    private ObjectArrayAssert<Object> assertFound(String term) {
        return assertThat(http.get().uri("/artists?q={term}", term).exchange())
                .bodyJson()
                .extractingPath("$.items[*].name")
                .asArray();
    }

    private AbstractStringAssert<?> assertPage(String uri) {
        return assertThat(http.get().uri(uri).accept(MediaType.TEXT_HTML).exchange())
                .bodyText();
    }
}
