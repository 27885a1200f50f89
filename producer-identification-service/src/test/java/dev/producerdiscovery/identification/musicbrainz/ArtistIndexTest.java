package dev.producerdiscovery.identification.musicbrainz;

import static dev.producerdiscovery.identification.Songs.song;
import static dev.producerdiscovery.identification.Songs.track;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.musicbrainz.sheet.SheetArtist;
import dev.producerdiscovery.musicbrainz.sheet.SheetReader;
import dev.producerdiscovery.musicbrainz.sheet.SheetTrack;
import dev.producerdiscovery.provider.musicbrainz.MbRecording;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtistIndexTest {

    @Test
    void the_isrc_decides_before_the_link_and_the_link_before_the_title() {
        SheetTrack bearing = listed("r1", "Harbour Lights", 203, "XX1", null);
        SheetTrack linked = listed("r2", "Harbour Lights", 201, null, "sp1");
        SheetTrack named = listed("r3", "Harbour Lights", 200, null, null);

        assertThat(find("Harbour Lights", "xx1", named, linked, bearing))
                .isEqualTo("r1: ISRC among the artist's recordings");
        assertThat(find("Harbour Lights", "XX9", named, linked, bearing))
                .isEqualTo("r2: Spotify link of the recording");
        assertThat(find("Harbour Lights", "XX9", named)).isEqualTo("r3: title, artist and length");
    }

    @Test
    void neither_a_code_nor_a_link_makes_another_song_of_it() {
        assertThat(find("Harbour Lights", "XX1", listed("r1", "Slow Train", 200, "XX1", "sp1")))
                .isEmpty();
    }

    @Test
    void a_concert_of_the_song_is_known_by_its_disambiguation() {
        SheetTrack concert = SheetReader.read(new MbRecording(
                "r1",
                "Harbour Lights",
                "live, 2019-05-04: Tarn Hall",
                200_000,
                false,
                List.of(),
                List.of(),
                List.of()));

        assertThat(find("Harbour Lights", null, concert)).isEmpty();
    }

    @Test
    void what_differs_in_length_is_another_recording() {
        assertThat(find("Harbour Lights", null, listed("r1", "Harbour Lights", 207, null, null)))
                .isEmpty();
    }

    @Test
    void two_recordings_of_one_title_and_length_are_no_answer() {
        assertThat(find(
                        "Harbour Lights",
                        null,
                        listed("r1", "Harbour Lights", 196, null, null),
                        listed("r2", "Harbour Lights", 204, null, null)))
                .isEmpty();
    }

    @Test
    void the_order_of_the_list_does_not_matter() {
        SheetTrack one = listed("r1", "Harbour Lights", 200, null, null);
        SheetTrack same = listed("r2", "Harbour Lights", 200, null, null);

        assertThat(find("Harbour Lights", null, one, same)).isEqualTo(find("Harbour Lights", null, same, one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1", "merged into a1"})
    void the_artists_own_song_is_found_in_whatever_script_the_name_is_written(String artist) {
        SheetTrack listed = new SheetTrack(
                null,
                null,
                "Harbour Lights",
                200_000,
                "r1",
                List.of(),
                List.of(),
                List.of(new SheetArtist("a1", "Жестяные лисы", "Жестяные лисы")),
                List.of(),
                null);

        assertThat(findOf(artist, "Harbour Lights", null, listed)).isEqualTo("r1: title, artist and length");
    }

    private static String find(String name, @Nullable String isrc, SheetTrack... recordings) {
        return findOf("a1", name, isrc, recordings);
    }

    private static String findOf(String artist, String name, @Nullable String isrc, SheetTrack... recordings) {
        ArtistIndex index = new ArtistIndex(artist, new ArtistWork(List.of(recordings), Map.of(), 0, Instant.EPOCH));
        Song song = song(name, track(name, 1, isrc));
        return index.find(song, song.tracks().getFirst())
                .map(found -> found.track().recordingId() + ": " + found.how())
                .orElse("");
    }

    private static SheetTrack listed(
            String id, String title, int seconds, @Nullable String isrc, @Nullable String spotifyTrack) {
        return new SheetTrack(
                null,
                null,
                title,
                seconds * 1000,
                id,
                isrc == null ? List.of() : List.of(isrc),
                List.of(),
                List.of(new SheetArtist("a1", "The Tin Foxes", "The Tin Foxes")),
                spotifyTrack == null ? List.of() : List.of(spotifyTrack),
                null);
    }
}
