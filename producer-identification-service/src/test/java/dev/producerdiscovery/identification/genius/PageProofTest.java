package dev.producerdiscovery.identification.genius;

import static dev.producerdiscovery.identification.genius.Pages.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.identification.Songs;
import dev.producerdiscovery.identification.evidence.Match;
import dev.producerdiscovery.provider.genius.GeniusSong;
import org.junit.jupiter.api.Test;

class PageProofTest {

    private final Match byLink = proof(page(null, null, "sp1"));
    private final Match byAlbum = proof(page("First Light (Deluxe)", null));
    private final Match byYear = proof(page("Greatest Hits", "2016-01-01"));
    private final Match byNames = proof(page("Greatest Hits", "1999-01-01", "another"));

    @Test
    void a_link_to_the_very_track_is_the_best_proof_and_mere_names_the_weakest() {
        assertThat(byLink.strength()).isGreaterThan(byAlbum.strength());
        assertThat(byAlbum.strength()).isGreaterThan(byYear.strength());
        assertThat(byYear.strength()).isGreaterThan(byNames.strength());
        assertThat(byNames.kind()).isEqualTo("title and artist");
    }

    @Test
    void a_slightly_different_title_weakens_the_proof() {
        assertThat(PageProof.of(Songs.song("Harbour Lights"), page("First Light", null), true)
                        .strength())
                .isLessThan(byAlbum.strength());
    }

    @Test
    void a_page_of_a_remix_never_proves_as_much_as_the_songs_own() {
        assertThat(PageProof.of(Songs.song("Harbour Lights (Remix)"), page("First Light", null), false)
                        .strength())
                .isLessThan(byNames.strength());
    }

    private static Match proof(GeniusSong page) {
        return PageProof.of(Songs.song("Harbour Lights"), page, false);
    }
}
