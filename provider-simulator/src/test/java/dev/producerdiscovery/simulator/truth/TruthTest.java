package dev.producerdiscovery.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.simulator.catalogue.Act;
import dev.producerdiscovery.simulator.catalogue.Catalogue;
import dev.producerdiscovery.simulator.catalogue.CatalogueGenerator;
import dev.producerdiscovery.simulator.catalogue.Source;
import dev.producerdiscovery.simulator.catalogue.Version;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TruthTest {

    private static final Catalogue CATALOGUE = CatalogueGenerator.generate(1, 12);
    private static final Truth TRUTH = new Truth(CATALOGUE);

    @Test
    void an_artist_is_found_by_name_in_any_case_and_by_id() {
        Act example = CATALOGUE.acts().get(1);

        assertThat(TRUTH.acts("OTTOLINE vesper")).containsExactly(example);
        assertThat(TRUTH.acts(example.spotifyId())).containsExactly(example);
        assertThat(TRUTH.acts("nobody")).isEmpty();
    }

    @Test
    void namesakes_are_both_given() {
        Act namesake = CATALOGUE.acts().stream()
                .filter(act -> act.kind() == Act.Kind.NAMESAKE)
                .findFirst()
                .orElseThrow();

        assertThat(TRUTH.acts(namesake.name())).hasSize(2);
    }

    @Test
    void editions_and_radio_edits_are_one_song_and_a_remix_is_another() {
        List<SongTruth> songs = songs();

        assertThat(songs)
                .anySatisfy(song -> assertThat(song.tracks())
                        .extracting(
                                placed -> placed.track().recording().version().kind())
                        .contains(Version.Kind.ORIGINAL, Version.Kind.RADIO_EDIT));
        assertThat(songs)
                .filteredOn(song -> song.recording().version().kind() == Version.Kind.REMIX)
                .allSatisfy(song -> assertThat(song.tracks())
                        .allMatch(placed -> placed.track().recording().version().kind() == Version.Kind.REMIX));
    }

    @Test
    void nobody_is_both_credited_and_not_to_be_credited() {
        assertThat(songs()).allSatisfy(song -> {
            Set<String> credited =
                    song.credits().stream().map(credit -> credit.who().key()).collect(Collectors.toSet());
            assertThat(song.mustNotBeCredited())
                    .noneMatch(lookalike -> credited.contains(lookalike.who().key()));
        });
    }

    @Test
    void every_credit_can_be_found_somewhere() {
        assertThat(songs())
                .allSatisfy(song -> assertThat(song.credits())
                        .noneMatch(credit -> credit.sources().isEmpty()));
    }

    @Test
    void the_makers_of_a_copy_must_not_be_credited_with_the_song() {
        SongTruth copied = TRUTH.songsOf(CATALOGUE.acts().get(1)).getFirst();

        assertThat(copied.mustNotBeCredited())
                .anyMatch(lookalike -> lookalike.because().contains("Tribute Band"));
    }

    @Test
    void most_songs_have_producers_and_some_have_none() {
        List<SongTruth> songs = songs();
        long produced = songs.stream()
                .filter(song ->
                        song.credits().stream().anyMatch(credit -> credit.role().produces()))
                .count();

        assertThat((double) produced / songs.size()).isBetween(0.8, 0.97);
    }

    @Test
    void what_was_taken_down_is_no_song() {
        assertThat(songs())
                .flatExtracting(SongTruth::tracks)
                .noneMatch(placed -> placed.track().title().isEmpty());
    }

    @Test
    void an_act_that_a_source_does_not_know_has_no_credits_from_it() {
        Act unknown = CATALOGUE.acts().stream()
                .filter(act -> act.kind() == Act.Kind.ARTIST && act.who().ids().mbid() == null)
                .findFirst()
                .orElseThrow();

        assertThat(TRUTH.songsOf(unknown))
                .filteredOn(song -> song.recording().song().acts().contains(unknown))
                .flatExtracting(SongTruth::credits)
                .isNotEmpty()
                .noneMatch(credit -> credit.sources().contains(Source.MUSICBRAINZ));
    }

    private static List<SongTruth> songs() {
        return CATALOGUE.acts().stream()
                .filter(act -> act.kind() == Act.Kind.ARTIST)
                .flatMap(act -> TRUTH.songsOf(act).stream())
                .toList();
    }
}
