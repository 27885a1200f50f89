package dev.producerdiscovery.identification.musicbrainz;

import static dev.producerdiscovery.identification.Songs.track;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.identification.musicbrainz.TrackFinder.Found;
import dev.producerdiscovery.musicbrainz.sheet.SheetTrack;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrackFinderTest {

    @Test
    void the_isrc_decides_wherever_the_track_is() {
        assertThat(find(
                        "Harbour Lights",
                        1,
                        "XX1",
                        on(1, "Harbour Lights", 200, "XX2"),
                        on(9, "Harbour Lights", 203, "XX1")))
                .isEqualTo("r9: ISRC on the album's release");
    }

    @Test
    void an_isrc_on_another_song_is_not_believed() {
        assertThat(find("Harbour Lights", 1, "XX1", on(9, "Slow Train", 200, "XX1")))
                .isEmpty();
    }

    @Test
    void place_and_title_agree_in_spite_of_typography() {
        assertThat(find("Don't Stay (feat. Ada Krol)", 3, null, on(3, "Don’t Stay", 201, null)))
                .isEqualTo("r3: place and title on the album's release");
    }

    @Test
    void a_live_recording_at_the_same_place_is_known_by_its_length() {
        assertThat(find("Harbour Lights - Live", 3, null, on(3, "Harbour Lights", 202, null)))
                .isEqualTo("r3: place and length on the album's release");
        assertThat(find("Harbour Lights - Live", 3, null, on(3, "Harbour Lights", 290, null)))
                .isEmpty();
    }

    @Test
    void another_song_at_the_same_place_is_not_it() {
        assertThat(find("Harbour Lights", 3, null, on(3, "Slow Train", 200, null)))
                .isEmpty();
    }

    @Test
    void a_track_that_moved_is_found_by_its_title() {
        assertThat(find("Harbour Lights", 3, null, on(2, "Intro", 60, null), on(4, "Harbour Lights", 200, null)))
                .isEqualTo("r4: title on the album's release");
    }

    @Test
    void two_recordings_of_one_title_are_no_answer() {
        assertThat(find(
                        "Harbour Lights",
                        9,
                        null,
                        on(2, "Harbour Lights", 198, null),
                        on(4, "Harbour Lights", 202, null)))
                .isEmpty();
    }

    @Test
    void a_remix_is_not_the_song() {
        assertThat(find("Harbour Lights", 9, null, on(4, "Harbour Lights (Lev Marsh remix)", 200, null)))
                .isEmpty();
    }

    private static String find(String name, int position, @Nullable String isrc, SheetTrack... sheet) {
        Optional<Found> found = TrackFinder.onRelease(track(name, position, isrc), List.of(sheet));
        return found.map(match -> match.track().recordingId() + ": " + match.how())
                .orElse("");
    }

    private static SheetTrack on(int position, String title, int seconds, @Nullable String isrc) {
        List<String> isrcs = isrc == null ? List.of() : List.of(isrc);
        return new SheetTrack(
                1, position, title, seconds * 1000, "r" + position, isrcs, List.of(), List.of(), List.of(), null);
    }
}
