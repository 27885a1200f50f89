package dev.producerdiscovery.trackdiscovery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SongBookTest {

    private final Map<String, CataloguedTrack> tracks = new LinkedHashMap<>();

    @Test
    void a_title_that_is_new_is_a_song_of_its_own() {
        found("harbour lights", 201, null);
        found("glass tide", 180, null);

        assertThat(songs()).containsExactly("harbour lights", "glass tide");
    }

    @Test
    void the_same_title_at_about_the_same_length_is_the_same_song() {
        found("harbour lights", 201, "XX0000000001");
        found("harbour lights", 214, "XX0000000002");

        assertThat(songs()).containsOnly("harbour lights");
    }

    @Test
    void the_same_title_at_another_length_is_another_song() {
        found("intro", 61, null);
        found("intro", 124, null);
        found("intro", 40, null);

        assertThat(songs()).containsExactly("intro", "intro ~124", "intro ~40");
    }

    @Test
    void each_further_recording_goes_to_the_song_whose_length_is_nearest() {
        found("intro", 61, null);
        found("intro", 80, null);
        found("intro", 72, null);
        found("intro", 66, null);

        assertThat(songs()).containsExactly("intro", "intro ~80", "intro ~80", "intro");
    }

    @Test
    void a_shared_isrc_makes_different_lengths_of_a_title_one_song() {
        found("harbour lights", 201, "XX0000000001");
        found("harbour lights", 260, "XX0000000001");

        assertThat(songs()).containsOnly("harbour lights");
    }

    @Test
    void a_shared_isrc_makes_different_titles_of_one_length_one_song() {
        found("harbour lights", 201, "XX0000000001");
        found("hafenlichter", 202, "XX0000000001");

        assertThat(songs()).containsOnly("harbour lights");
    }

    @Test
    void an_isrc_that_a_label_gave_twice_does_not_join_two_songs() {
        found("harbour lights", 201, "XX0000000001");
        found("glass tide", 305, "XX0000000001");

        assertThat(songs()).containsExactly("harbour lights", "glass tide");
    }

    @Test
    void an_isrc_is_learnt_from_every_recording_of_a_song() {
        found("harbour lights", 201, "XX0000000001");
        found("harbour lights", 205, "XX0000000002");
        found("harbour lights", 300, "XX0000000002");

        assertThat(songs()).containsOnly("harbour lights");
    }

    @Test
    void an_edit_is_the_same_song_at_any_length() {
        found("harbour lights", 400, null);
        found(new Recording("harbour lights", 201_000, null, true), "1");

        assertThat(songs()).containsOnly("harbour lights");
    }

    @Test
    void the_full_length_of_what_is_known_as_an_edit_is_the_same_song() {
        found(new Recording("harbour lights", 201_000, null, true), "0");
        found("harbour lights", 400, null);

        assertThat(songs()).containsOnly("harbour lights");
    }

    @Test
    void an_unknown_length_speaks_for_the_song_that_is_there() {
        found("harbour lights", null, null);
        found("harbour lights", 201, null);

        assertThat(songs()).containsOnly("harbour lights");
    }

    @Test
    void a_song_is_named_and_measured_by_the_track_whose_turn_comes_first() {
        found(new Recording("intro", 61_000, null, false), "3");
        found(new Recording("intro", 90_000, null, false), "2");
        found(new Recording("intro", 124_000, null, false), "1");

        assertThat(songs()).containsExactly("intro ~61", "intro ~90", "intro");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void songs_are_the_same_in_whatever_order_their_tracks_are_found(long seed) {
        // Each is like the next one, and the last is not like the first.
        for (int number = 0; number < 12; number++) {
            found("intro", 60 + 9 * number, number % 4 == 0 ? "XX000000000" + number % 3 : null);
        }
        List<CataloguedTrack> shuffled = new ArrayList<>(tracks.values());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(SongBook.sort(shuffled)).isEqualTo(SongBook.sort(tracks.values()));
    }

    private void found(String key, @Nullable Integer seconds, @Nullable String isrc) {
        found(new Recording(key, seconds == null ? null : seconds * 1000, isrc, false), "0");
    }

    private void found(Recording recording, String turn) {
        String id = "track%02d".formatted(tracks.size());
        tracks.put(id, new CataloguedTrack(id, recording, turn + id));
    }

    /** The names of the tracks' songs, in the order in which the tracks were found. */
    private List<String> songs() {
        Map<String, SongKey> songs = SongBook.sort(tracks.values());
        return tracks.keySet().stream()
                .map(track -> requireNonNull(songs.get(track)))
                .map(song -> song.seconds() == null ? song.titleKey() : song.titleKey() + " ~" + song.seconds())
                .toList();
    }
}
