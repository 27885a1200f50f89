package dev.producerdiscovery.trackdiscovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.provider.spotify.SpotifyArtistRef;
import dev.producerdiscovery.provider.spotify.SpotifyTrack;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrackSelectionTest {

    private static final SpotifyArtistRef NOVA_QUILL = new SpotifyArtistRef("nova", "Nova Quill");
    private static final SpotifyArtistRef INES_VALE = new SpotifyArtistRef("ines", "Ines Vale");

    @Test
    void a_track_that_is_listed_twice_is_taken_once() {
        assertThat(select("album", track("t1", "Harbour Lights"), track("t1", "Harbour Lights"))
                        .tracks())
                .hasSize(1);
    }

    @Test
    void tracks_without_id_or_title_are_left_out_and_counted() {
        TrackSelection selection = select(
                "album",
                track("", "Harbour Lights"),
                track("t2", ""),
                track("t3", "\u200b"),
                track("t4", "Glass Tide"));

        assertThat(selection.tracks()).extracting(TitledTrack::id).containsExactly("t4");
        assertThat(selection.unusable()).isEqualTo(3);
    }

    @Test
    void everything_on_the_artists_own_album_is_taken() {
        assertThat(select("single", track("t1", "Harbour Lights", INES_VALE)).tracks())
                .hasSize(1);
    }

    @Test
    void of_an_album_of_many_artists_only_what_credits_the_artist_is_taken() {
        TrackSelection selection = select(
                "appears_on",
                track("t1", "Harbour Lights", INES_VALE),
                track("t2", "Glass Tide", INES_VALE, NOVA_QUILL));

        assertThat(selection.tracks()).extracting(TitledTrack::id).containsExactly("t2");
        assertThat(selection.ofOthers()).isEqualTo(1);
    }

    private static TrackSelection select(String group, SpotifyTrack... tracks) {
        UUID artist = UUID.randomUUID();
        return TrackSelection.of(
                Stream.of(tracks).map(ListedTrack::of).toList(),
                new Album(UUID.randomUUID(), "album", null, Set.of(), artist, "nova", null, group, artist, null));
    }

    private static SpotifyTrack track(String id, String name, SpotifyArtistRef... artists) {
        return new SpotifyTrack(id, name, 201_000, 1, 1, false, null, null, null, List.of(artists));
    }
}
