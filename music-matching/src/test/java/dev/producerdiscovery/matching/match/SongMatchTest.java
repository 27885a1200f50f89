package dev.producerdiscovery.matching.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SongMatchTest {

    private static final SongQuery SONG =
            SongQuery.of("Harbour Lights", List.of("Orla Venn")).withLength(200_000);

    @Test
    void a_perfect_title_does_not_make_up_for_a_wrong_artist() {
        assertThat(SongMatch.choose(SONG, List.of(SongQuery.of("Harbour Lights", List.of("Tobin Quill")))))
                .isInstanceOf(Choice.None.class);
    }

    @Test
    void the_right_artist_wins_wherever_it_stands() {
        SongQuery right = SongQuery.of("Harbour Lights (2011 Remaster)", List.of("ORLA VENN feat. Moss"));
        assertMatch(SONG, List.of(SongQuery.of("Harbour Lights", List.of("Moss Orla")), right), right);
    }

    @ParameterizedTest
    @CsvSource({
        "Harbour Lights (Quill Remix)",
        "Harbour Lights - Live",
        "Harbour Lights (Instrumental)",
        "Harbour Lights Once Again",
        "Harbor Nights Are Long",
    })
    void another_recording_or_song_is_no_match(String title) {
        assertThat(SongMatch.choose(SONG, List.of(SongQuery.of(title, List.of("Orla Venn")))))
                .isInstanceOf(Choice.None.class);
    }

    @Test
    void a_shared_identifier_counts_before_everything() {
        SongQuery ours = SONG.withIds(Set.of("isrc:QZ0000000001"));
        SongQuery theirs = SongQuery.of("Luces", List.of("Somebody")).withIds(Set.of("isrc:QZ0000000001"));
        Choice<SongQuery> choice = SongMatch.choose(ours, List.of(SONG, theirs));

        assertThat(choice).isEqualTo(new Choice.Match<>(theirs, 1, Choice.Kind.IDENTIFIER));
    }

    @Test
    void a_shared_artist_identifier_opens_the_artist_gate() {
        SongQuery theirs = SongQuery.of("Harbour Lights", List.of("O. V.")).withArtistIds(Set.of("mb:1"));
        assertMatch(SONG.withArtistIds(Set.of("mb:1")), List.of(theirs), theirs);
    }

    @Test
    void the_length_decides_between_equals_and_a_far_one_costs_strength() {
        SongQuery near = SONG.withLength(201_000);
        SongQuery far = SONG.withLength(400_000);
        assertMatch(SONG, List.of(far, near), near);
        assertThat(strength(SONG, far)).isLessThan(strength(SONG, near) - 0.2);
    }

    @Test
    void the_same_edition_wins_over_another_one() {
        SongQuery asked = SONG.withAlbum("Low Tide");
        SongQuery same = SONG.withAlbum("low tide");
        assertMatch(asked, List.of(SONG.withAlbum("Low Tide (Deluxe Edition)"), same), same);
    }

    @Test
    void equals_of_different_length_are_ambiguous_without_a_length_to_compare() {
        SongQuery asked = SONG.withLength(null);
        assertThat(SongMatch.choose(asked, List.of(SONG.withLength(100_000), SONG.withLength(300_000))))
                .isInstanceOf(Choice.Ambiguous.class);
    }

    @Test
    void two_entries_of_one_recording_are_no_rivals() {
        SongQuery first = SONG.withAlbum("Low Tide");
        assertMatch(SONG, List.of(first, SONG.withAlbum("Best Of")), first);
    }

    @Test
    void without_an_artist_there_is_no_match() {
        assertThat(SongMatch.choose(SongQuery.of("Harbour Lights", List.of()), List.of(SONG)))
                .isInstanceOf(Choice.None.class);
        assertThat(SongMatch.choose(SONG, List.of(SongQuery.of("Harbour Lights", List.of("Various Artists")))))
                .isInstanceOf(Choice.None.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Stone,Stone (Quill Remix),true",
        "Stone Upon the River Bed,Stone Upn the River Bed,true",
        "Break Through (To the Shore),Break Through,true",
        "Stone (Intro),Stone,false",
        "Stone Pt. 1,Stone Pt. 2,false",
        "I Will Go There Tonight,I Wont Go There Tonight,false",
        "Cart,Card,false",
        "F**l Mo*n Rising,Full Moon Rising,true",
        "F**l Moon Rising,Fill Moons Rising,false",
        "***,Sun,false",
    })
    void titles_name_the_same_song(String one, String other, boolean same) {
        assertThat(SongMatch.sameSong(one, other)).isEqualTo(same);
    }

    private static double strength(SongQuery asked, SongQuery candidate) {
        return SongMatch.choose(asked, List.of(candidate)) instanceof Choice.Match<SongQuery> match
                ? match.strength()
                : 0;
    }

    private static void assertMatch(SongQuery asked, List<SongQuery> candidates, SongQuery winner) {
        assertThat(SongMatch.choose(asked, candidates))
                .isInstanceOfSatisfying(
                        Choice.Match.class,
                        match -> assertThat(match.candidate()).isSameAs(winner));
    }
}
