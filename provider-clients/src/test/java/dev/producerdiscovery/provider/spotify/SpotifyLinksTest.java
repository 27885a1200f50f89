package dev.producerdiscovery.provider.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpotifyLinksTest {

    private static final String ID = "0aBcDeFgHiJkLmNoPqRsTu";

    @ParameterizedTest
    @ValueSource(
            strings = {
                ID,
                "  " + ID + "  ",
                "spotify:artist:" + ID,
                "https://open.spotify.com/artist/" + ID,
                "http://open.spotify.com/artist/" + ID + "/",
                "open.spotify.com/artist/" + ID + "?si=abc123",
                "https://open.spotify.com/intl-pt-BR/artist/" + ID + "?si=abc#top",
                "https://open.spotify.com/embed/artist/" + ID
            })
    void an_artists_id_is_found_in_whatever_people_paste(String pasted) {
        assertThat(SpotifyLinks.artistId(pasted)).contains(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Hollow Lake",
                "spotify:album:" + ID,
                "https://open.spotify.com/album/" + ID,
                "https://elsewhere.invalid/artist/" + ID,
                ID + "0",
                "https://open.spotify.com/artist/tooshort"
            })
    void anything_else_holds_none(String pasted) {
        assertThat(SpotifyLinks.artistId(pasted)).isEmpty();
    }

    @Test
    void links_are_made_in_the_form_that_other_services_know() {
        assertThat(SpotifyLinks.albumUrl(ID)).isEqualTo("https://open.spotify.com/album/" + ID);
    }
}
