package dev.producerdiscovery.albumdiscovery;

import static dev.producerdiscovery.albumdiscovery.Releases.edition;
import static dev.producerdiscovery.albumdiscovery.Releases.ofSongs;
import static dev.producerdiscovery.albumdiscovery.Releases.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.albumdiscovery.Editions.Chosen;
import dev.producerdiscovery.musicbrainz.sheet.SheetTrack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EditionsTest {

    @Test
    void of_a_group_the_first_edition_comes_whole_and_pressings_of_other_countries_not_at_all() {
        List<Chosen> chosen = choose(ofSongs("us", "2001-03-06", 0, 10), ofSongs("gb", "2001-03-04", 0, 10));

        assertThat(chosen).singleElement().satisfies(album -> {
            assertThat(album.edition().id()).isEqualTo("gb");
            assertThat(album.tracks()).hasSize(10);
            assertThat(album.isPart()).isFalse();
        });
    }

    @Test
    void an_edition_that_spotify_has_goes_before_earlier_ones() {
        Edition linked = edition(release("us")
                .of("2010")
                .linkedTo(Releases.ALBUM)
                .with("r0", "Song A", 120)
                .inGroup("g"));

        List<Chosen> chosen = choose(ofSongs("gb", "2001", 0, 1), linked);

        assertThat(chosen).singleElement().satisfies(album -> {
            assertThat(album.edition().id()).isEqualTo("us");
            assertThat(album.spotifyId()).contains(Releases.ALBUM);
        });
    }

    @Test
    void of_a_later_edition_only_what_the_first_lacks_comes() {
        List<Chosen> chosen = choose(ofSongs("first", "2001", 0, 10), ofSongs("deluxe", "2011", 0, 13));

        assertThat(chosen).extracting(album -> album.edition().id()).containsExactly("first", "deluxe");
        assertThat(chosen.getLast().tracks())
                .extracting(SheetTrack::recordingId)
                .containsExactly("r10", "r11", "r12");
        assertThat(chosen.getLast().isPart()).isTrue();
    }

    @Test
    void a_remaster_with_recordings_of_its_own_brings_nothing_new() {
        Edition remaster = edition(release("remaster")
                .of("2011")
                .with("m0", "Song A (2011 remaster)", 124)
                .inGroup("g"));

        assertThat(choose(ofSongs("first", "2001", 0, 1), remaster)).hasSize(1);
    }

    @Test
    void the_one_of_two_masters_that_names_the_producer_is_taken_too() {
        Edition remaster = edition(release("remaster")
                .of("2011")
                .producedBy("Piotr Zielony")
                .with("m0", "Song A (2011 remaster)", 124)
                .inGroup("g"));

        assertThat(choose(ofSongs("first", "2001", 0, 1), remaster)).hasSize(2);
        assertThat(choose(
                        remaster,
                        edition(release("again")
                                .of("2012")
                                .producedBy("Piotr Zielony")
                                .with("n0", "Song A", 123)
                                .inGroup("g"))))
                .hasSize(1);
    }

    @Test
    void a_concert_of_the_same_song_is_something_new() {
        Edition concert = edition(release("concert")
                .of("2011")
                .with("l0", "Song A", 121, "live, 2010-05-04: Lisbon", false)
                .inGroup("g"));

        assertThat(choose(ofSongs("first", "2001", 0, 1), concert)).hasSize(2);
    }

    @Test
    void a_recording_that_bears_the_same_isrc_is_nothing_new() {
        Edition first = edition(release("first")
                .of("2001")
                .with("r0", "Song A", 120, "XXA010100001")
                .inGroup("g"));
        Edition other = edition(release("other")
                .of("2002")
                .with("q0", "Canción A", 180, "XXA010100001")
                .inGroup("g"));

        assertThat(choose(first, other)).hasSize(1);
    }

    @Test
    void pictures_are_left_out() {
        Edition withVideo = edition(release("dvd")
                .with("r0", "Song A", 120)
                .withVideo("v0", "Song A (video)")
                .inGroup("g"));

        assertThat(choose(withVideo)).singleElement().satisfies(album -> {
            assertThat(album.tracks()).extracting(SheetTrack::recordingId).containsExactly("r0");
            assertThat(album.isPart()).isTrue();
        });
    }

    @Test
    void releases_without_a_group_are_albums_of_their_own() {
        assertThat(choose(
                        edition(release("one").with("r0", "Song A", 120).inGroup(null)),
                        edition(release("two").with("r0", "Song A", 120).inGroup(null))))
                .hasSize(2);
    }

    @Test
    void the_order_in_which_they_are_listed_does_not_matter() {
        List<Edition> editions = new ArrayList<>();
        for (int edition = 0; edition < 12; edition++) {
            editions.add(ofSongs("e" + edition, String.valueOf(2000 + edition % 4), edition % 5, 8 + edition % 3));
        }
        List<Chosen> chosen = Editions.choose(editions);

        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(editions, new Random(seed));
            assertThat(Editions.choose(editions)).isEqualTo(chosen);
        }
    }

    private static List<Chosen> choose(Edition... editions) {
        return Editions.choose(List.of(editions));
    }
}
