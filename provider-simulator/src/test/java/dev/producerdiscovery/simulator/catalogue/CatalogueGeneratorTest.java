package dev.producerdiscovery.simulator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.producerdiscovery.simulator.catalogue.Catalogue.Placed;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueGeneratorTest {

    private static final Catalogue CATALOGUE = CatalogueGenerator.generate(1, 12);

    @Test
    void the_same_seed_and_size_give_the_same_catalogue() {
        Catalogue again = CatalogueGenerator.generate(1, 12);

        assertThat(again.acts()).isEqualTo(CATALOGUE.acts());
        assertThat(again.releases()).isEqualTo(CATALOGUE.releases());
        assertThat(again.pages()).isEqualTo(CATALOGUE.pages());
    }

    @Test
    void another_seed_gives_another_catalogue() {
        assertThat(CatalogueGenerator.generate(2, 12).releases()).isNotEqualTo(CATALOGUE.releases());
    }

    @Test
    void a_bigger_catalogue_begins_with_the_smaller_one() {
        Catalogue bigger = CatalogueGenerator.generate(1, 25);

        assertThat(bigger.releases()).startsWith(CATALOGUE.releases().toArray(Release[]::new));
        assertThat(bigger.acts()).startsWith(CATALOGUE.acts().toArray(Act[]::new));
    }

    @Test
    void the_example_artist_is_there_whatever_seed_and_size() {
        assertThat(Stream.of(1L, 7L, 99L).map(seed -> CatalogueGenerator.generate(seed, 1)))
                .allSatisfy(
                        catalogue -> assertThat(catalogue.acts().get(1).name()).isEqualTo(Catalogue.EXAMPLE_ARTIST));
    }

    @Test
    void a_catalogue_without_artists_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogueGenerator.generate(1, 0))
                .withMessageContaining("size");
    }

    @Test
    void no_id_is_given_twice() {
        assertThat(CATALOGUE.acts()).extracting(Act::spotifyId).doesNotHaveDuplicates();
        assertThat(CATALOGUE.releases()).extracting(Release::spotifyId).doesNotHaveDuplicates();
        assertThat(tracks()).extracting(Placement::spotifyId).doesNotHaveDuplicates();
        assertThat(CATALOGUE.pages()).extracting(LyricsPage::id).doesNotHaveDuplicates();
        List<Contributor> people = CATALOGUE.contributors();
        assertThat(people.stream().map(who -> who.ids().genius()).filter(Objects::nonNull))
                .doesNotHaveDuplicates();
        assertThat(people.stream().map(who -> who.ids().mbid()).filter(Objects::nonNull))
                .doesNotHaveDuplicates();
        assertThat(people.stream().filter(who -> who.ids().genius() != null).map(Contributor::geniusPage))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_artist_has_four_to_ten_releases_of_one_to_twelve_songs() {
        List<Act> artists = CATALOGUE.acts().stream()
                .filter(act -> act.kind() == Act.Kind.ARTIST)
                .toList();

        assertThat(artists).hasSize(12);
        assertThat(artists)
                .allSatisfy(act -> assertThat(CATALOGUE.releasesOf(act).stream().filter(release -> release.by(act)))
                        .hasSizeBetween(4, 10)
                        .allSatisfy(release -> assertThat(release.tracks()).hasSizeBetween(1, 12)));
    }

    @Test
    void an_edition_carries_the_code_of_the_first_release_and_a_remaster_a_code_of_its_own() {
        List<Recording> original = tracks().stream()
                .map(Placement::recording)
                .filter(recording -> recording.version().kind() == Version.Kind.ORIGINAL)
                .toList();

        assertThat(original)
                .anySatisfy(recording -> assertThat(codes(recording)).hasSizeGreaterThan(2));
        assertThat(original)
                .anySatisfy(recording ->
                        assertThat(codes(recording).stream().distinct()).hasSize(2));
    }

    @Test
    void two_songs_of_one_act_share_a_title_and_differ_in_length() {
        Act act = CATALOGUE.acts().get(1);
        List<Integer> interludes = CATALOGUE.releasesOf(act).stream()
                .filter(release -> release.by(act))
                .flatMap(release -> release.tracks().stream())
                .map(Placement::recording)
                .filter(recording -> recording.song().title().equals("Interlude"))
                .filter(recording -> recording.version().kind() == Version.Kind.ORIGINAL)
                .map(Recording::lengthMs)
                .distinct()
                .toList();

        assertThat(interludes).hasSize(2);
    }

    @Test
    void each_trouble_of_real_catalogues_is_there() {
        assertThat(CATALOGUE.releases())
                .anyMatch(Release::takenDown)
                .anyMatch(release -> release.acts().size() == 2)
                .anyMatch(release -> release.date().length() == 4)
                .anyMatch(release -> release.mbid() == null)
                .anyMatch(release -> release.mbid() != null && !release.linkedToSpotify())
                .anyMatch(release -> release.acts().getFirst().kind() == Act.Kind.VARIOUS);
        assertThat(tracks()).anyMatch(track -> track.title().contains("feat. "));
        assertThat(tracks())
                .anyMatch(track -> !track.title().contains("(") && track.acts().size() > 1);
        assertThat(tracks()).anyMatch(track -> track.title().contains("Remaster"));
        assertThat(Stream.of(Version.Kind.values()))
                .allMatch(kind -> tracks().stream()
                        .anyMatch(track -> track.recording().version().kind() == kind));
        assertThat(recordings(recording -> recording.credits().isEmpty())).isNotEmpty();
    }

    @Test
    void names_bring_the_troubles_of_names() {
        List<Contributor> people = CATALOGUE.contributors();

        assertThat(people)
                .anyMatch(who -> who.names().genius().contains("\""))
                .anyMatch(who -> !who.names().genius().equals(who.name()))
                .anyMatch(who -> who.name().codePoints().noneMatch(letter -> letter < 0x250))
                .anyMatch(who -> !who.members().isEmpty());
        Set<String> shared =
                people.stream()
                        .collect(Collectors.groupingBy(Contributor::name, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .filter(name -> name.getValue() > 1)
                        .map(name -> name.getKey())
                        .collect(Collectors.toSet());
        assertThat(shared)
                .as("an act and a producer that share their names on purpose")
                .hasSize(2);
    }

    @Test
    void every_producer_role_is_given_to_somebody() {
        Set<Role> roles = recordings(recording -> true).stream()
                .flatMap(recording -> recording.credits().stream())
                .map(Credit::role)
                .collect(Collectors.toSet());
        CATALOGUE.releases().forEach(release -> release.credits().forEach(credit -> roles.add(credit.role())));

        assertThat(roles).containsExactlyInAnyOrder(Role.values());
    }

    private static List<Placement> tracks() {
        return CATALOGUE.releases().stream()
                .flatMap(release -> release.tracks().stream())
                .toList();
    }

    private static List<Recording> recordings(Predicate<Recording> wanted) {
        return tracks().stream().map(Placement::recording).filter(wanted).toList();
    }

    private static List<String> codes(Recording recording) {
        return CATALOGUE.tracksOf(recording).stream()
                .map(Placed::track)
                .map(Placement::isrc)
                .filter(Objects::nonNull)
                .toList();
    }
}
