package dev.producerdiscovery.albumdiscovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.provider.spotify.SpotifyArtistRef;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlbumGroupTest {

    private static final SpotifyArtistRef NOVA_QUILL = new SpotifyArtistRef("nova", "Nova Quill");
    private static final SpotifyArtistRef INES_VALE = new SpotifyArtistRef("ines", "Ines Vale");

    @Test
    void what_spotify_says_is_taken() {
        assertThat(group("album", "appears_on", NOVA_QUILL)).isEqualTo("appears_on");
    }

    @Test
    void where_spotify_is_silent_the_type_of_the_artists_own_album_tells() {
        assertThat(group("single", null, NOVA_QUILL)).isEqualTo("single");
        assertThat(group("compilation", null, NOVA_QUILL)).isEqualTo("compilation");
    }

    @Test
    void a_joint_album_is_the_artists_own() {
        assertThat(group("album", null, INES_VALE, NOVA_QUILL)).isEqualTo("album");
    }

    @Test
    void where_spotify_is_silent_an_album_of_somebody_else_is_one_the_artist_appears_on() {
        assertThat(group("album", null, INES_VALE)).isEqualTo("appears_on");
    }

    @Test
    void an_album_of_which_nothing_is_known_is_an_album() {
        assertThat(group(null, null)).isEqualTo("album");
    }

    private static String group(@Nullable String type, @Nullable String group, SpotifyArtistRef... artists) {
        return AlbumGroup.of(Albums.album("a1", "Slow Harbour", type, group, List.of(artists)), "nova");
    }
}
