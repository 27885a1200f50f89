package dev.producerdiscovery.identification.genius;

import static dev.producerdiscovery.identification.Songs.song;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.identification.song.SongTrack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SongListTest {

    private static final Instant READ = Instant.parse("2031-03-01T12:00:00Z");
    private static final Instant SOON = READ.plusSeconds(60);

    @Test
    void a_song_is_found_among_everything_else_that_is_listed() {
        SongList list = list(
                entry(9, "Harbour Lights (Live at Tarn Hall)", "The Tin Foxes"),
                entry(8, "The Tin Foxes - Harbour Lights (Türkçe Çeviri)", "Genius Türkçe Çeviriler"),
                entry(7, "Harbour Lights", "Kidz Chorus"),
                entry(6, "Harbor Lights", "The Tin Foxes & Ada Krol"),
                entry(5, "Slow Train", "The Tin Foxes"));

        assertThat(found(list, song("Harbour Lights (feat. Ada Krol) - 2011 Remaster")))
                .containsExactly(6L);
        assertThat(found(list, song("Harbour Lights - Live at Tarn Hall"))).containsExactly(9L);
        assertThat(found(list, song("Night Ferry"))).isEmpty();
    }

    @Test
    void of_equal_pages_the_older_ones_are_read_in_whatever_order_they_are_listed() {
        assertThat(found(
                        list(
                                entry(9, "Harbour Lights", "The Tin Foxes"),
                                entry(5, "Harbour Lights", "The Tin Foxes"),
                                entry(7, "Harbour Lights", "The Tin Foxes")),
                        song("Harbour Lights")))
                .containsExactly(5L, 7L, 9L);
    }

    @Test
    void a_page_that_moved_while_the_list_was_read_is_one_page() {
        assertThat(found(
                        list(entry(5, "Harbour Lights", "The Tin Foxes"), entry(5, "Harbour Lights", "The Tin Foxes")),
                        song("Harbour Lights")))
                .containsExactly(5L);
    }

    @Test
    void what_is_lacking_tells_of_the_artists_own_songs_as_long_as_it_is_new() {
        SongList list = list(entry(5, "Slow Train", "The Tin Foxes"));
        Song own = song("Harbour Lights");
        Song joint = joint("Harbour Lights");
        Song guest = song("Harbour Lights", by("Ada Krol", "The Tin Foxes"));

        assertThat(list.tellsOf(own, SOON)).isTrue();
        assertThat(list.tellsOf(song("Harbour Lights", by("the tin foxes")), SOON))
                .isTrue();
        assertThat(list.tellsOf(joint, SOON)).isFalse();
        assertThat(list.tellsOf(joint("Harbour Lights (feat. Ada Krol)"), SOON)).isTrue();
        assertThat(list.tellsOf(joint("Harbour Lights - Ada Krol Remix"), SOON)).isTrue();
        assertThat(list.tellsOf(guest, SOON)).isFalse();
        assertThat(list.tellsOf(own, READ.plus(Duration.ofDays(1)))).isFalse();
        assertThat(new SongList(list.entries(), false, READ).tellsOf(own, SOON)).isFalse();
    }

    private static SongList list(PageEntry... entries) {
        return new SongList(List.of(entries), true, READ);
    }

    private static PageEntry entry(long id, String title, String artist) {
        return new PageEntry(id, title, List.of(artist));
    }

    private static Stream<Long> found(SongList list, Song song) {
        return list.candidates(song).stream().map(candidate -> candidate.page().id());
    }

    private static Song joint(String title) {
        return song(title, track(title, "The Tin Foxes", "Ada Krol"));
    }

    private static SongTrack by(String... artists) {
        return track("Harbour Lights", artists);
    }

    private static SongTrack track(String title, String... artists) {
        return new SongTrack(
                UUID.randomUUID(),
                "sp1",
                null,
                title,
                null,
                200_000,
                1,
                1,
                List.of(artists),
                new SongTrack.Album(UUID.randomUUID(), "spAlbum", null, "First Light", 2015));
    }
}
