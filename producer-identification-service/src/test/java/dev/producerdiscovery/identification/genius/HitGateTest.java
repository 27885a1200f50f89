package dev.producerdiscovery.identification.genius;

import static dev.producerdiscovery.identification.genius.Pages.hit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.identification.Songs;
import dev.producerdiscovery.provider.genius.GeniusHit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HitGateTest {

    @Test
    void the_song_itself_is_found_behind_others() {
        assertThat(pass(
                        "Harbour Lights",
                        hit("Harbour Lights (Remix)", "The Tin Foxes"),
                        hit("Harbour Lights", "Kidz Chorus"),
                        hit("Harbour Lights", "The Tin Foxes")))
                .containsExactly("Harbour Lights by The Tin Foxes");
    }

    @Test
    void a_wrong_first_hit_is_refused() {
        assertThat(pass("Harbour Lights", hit("Harbour Lights", "Somebody Else")))
                .isEmpty();
        assertThat(pass("Harbour Lights", hit("Slow Train", "The Tin Foxes"))).isEmpty();
    }

    @Test
    void translations_are_refused() {
        assertThat(pass(
                        "Harbour Lights",
                        hit("The Tin Foxes - Harbour Lights (Deutsche Übersetzung)", "Genius Deutsche Übersetzungen")))
                .isEmpty();
    }

    @Test
    void a_remix_has_a_page_of_its_own_or_none() {
        assertThat(pass("Harbour Lights - Lev Marsh Remix", hit("Harbour Lights", "The Tin Foxes")))
                .isEmpty();
        assertThat(pass("Harbour Lights - Lev Marsh Remix", hit("Harbour Lights (Lev Marsh Remix)", "The Tin Foxes")))
                .hasSize(1);
    }

    @Test
    void remaster_and_guests_do_not_matter() {
        assertThat(pass("Harbour Lights (feat. Ada Krol) - 2011 Remaster", hit("Harbour Lights", "The Tin Foxes")))
                .hasSize(1);
    }

    private static List<String> pass(String song, GeniusHit... hits) {
        return HitGate.candidates(
                        Songs.song(song), HitGate.among(Stream.of(hits).toList()))
                .stream()
                .map(candidate -> candidate.page().title() + " by "
                        + candidate.page().artists().getFirst())
                .toList();
    }
}
