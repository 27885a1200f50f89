package dev.producerdiscovery.trackdiscovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SongBookTest {

    private final SongBook songs = new SongBook(List.of());

    @Test
    void a_title_that_is_new_is_a_song_of_its_own() {
        assertThat(songs.place(recording("harbour lights", 201, null))).isEqualTo("harbour lights");
        assertThat(songs.place(recording("glass tide", 180, null))).isEqualTo("glass tide");
    }

    @Test
    void the_same_title_at_about_the_same_length_is_the_same_song() {
        songs.place(recording("harbour lights", 201, "XX0000000001"));

        assertThat(songs.place(recording("harbour lights", 214, "XX0000000002")))
                .isEqualTo("harbour lights");
    }

    @Test
    void the_same_title_at_another_length_is_another_song() {
        songs.place(recording("intro", 61, null));

        assertThat(songs.place(recording("intro", 124, null))).isEqualTo("intro ~124");
        assertThat(songs.place(recording("intro", 40, null))).isEqualTo("intro ~40");
    }

    @Test
    void each_further_recording_goes_to_the_song_whose_length_is_nearest() {
        songs.place(recording("intro", 61, null));
        songs.place(recording("intro", 80, null));

        assertThat(songs.place(recording("intro", 72, null))).isEqualTo("intro ~80");
        assertThat(songs.place(recording("intro", 66, null))).isEqualTo("intro");
    }

    @Test
    void a_shared_isrc_makes_different_lengths_of_a_title_one_song() {
        songs.place(recording("harbour lights", 201, "XX0000000001"));

        assertThat(songs.place(recording("harbour lights", 260, "XX0000000001")))
                .isEqualTo("harbour lights");
    }

    @Test
    void a_shared_isrc_makes_different_titles_of_one_length_one_song() {
        songs.place(recording("harbour lights", 201, "XX0000000001"));

        assertThat(songs.place(recording("hafenlichter", 202, "XX0000000001"))).isEqualTo("harbour lights");
    }

    @Test
    void an_isrc_that_a_label_gave_twice_does_not_join_two_songs() {
        songs.place(recording("harbour lights", 201, "XX0000000001"));

        assertThat(songs.place(recording("glass tide", 305, "XX0000000001"))).isEqualTo("glass tide");
    }

    @Test
    void an_isrc_is_learnt_from_every_recording_of_a_song() {
        songs.place(recording("harbour lights", 201, "XX0000000001"));
        songs.place(recording("harbour lights", 205, "XX0000000002"));

        assertThat(songs.place(recording("harbour lights", 300, "XX0000000002")))
                .isEqualTo("harbour lights");
    }

    @Test
    void an_edit_is_the_same_song_at_any_length() {
        songs.place(recording("harbour lights", 400, null));

        assertThat(songs.place(new Recording("harbour lights", 201_000, null, true)))
                .isEqualTo("harbour lights");
    }

    @Test
    void the_full_length_after_an_edit_is_the_same_song() {
        songs.place(new Recording("harbour lights", 201_000, null, true));

        assertThat(songs.place(recording("harbour lights", 400, null))).isEqualTo("harbour lights");
    }

    @Test
    void an_unknown_length_speaks_for_the_song_that_is_there() {
        songs.place(recording("harbour lights", null, null));

        assertThat(songs.place(recording("harbour lights", 201, null))).isEqualTo("harbour lights");
    }

    @Test
    void songs_that_were_known_before_are_found_again() {
        SongBook known = new SongBook(List.of(
                new Song("intro", recording("intro", 61, null), Set.of()),
                new Song("intro ~124", recording("intro", 124, null), Set.of("XX0000000009"))));

        assertThat(known.place(recording("intro", 120, null))).isEqualTo("intro ~124");
        assertThat(known.place(recording("intro", 300, "XX0000000009"))).isEqualTo("intro ~124");
        assertThat(known.place(recording("intro", 200, null))).isEqualTo("intro ~200");
    }

    private static Recording recording(String key, @Nullable Integer seconds, @Nullable String isrc) {
        return new Recording(key, seconds == null ? null : seconds * 1000, isrc, false);
    }
}
