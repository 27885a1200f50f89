package dev.producerdiscovery.albumdiscovery;

import dev.producerdiscovery.musicbrainz.sheet.SheetTrack;
import dev.producerdiscovery.provider.spotify.SpotifyLinks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses among the editions of an artist's music. Of each release group one comes whole: one that Spotify has, so that both
 * catalogues speak of the same album, else the first, else the longest. Of the others only those come that have what none
 * before them has, with that alone. The same choice whatever order they were listed in.
 */
final class Editions {

    private static final Comparator<Edition> FIRST = Comparator.comparing(
                    (Edition edition) -> spotifyIds(edition).findAny().isEmpty())
            .thenComparing(edition -> Optional.ofNullable(edition.release().date())
                    .filter(date -> !date.isBlank())
                    .orElse("9999"))
            .thenComparing(edition -> edition.tracks().size(), Comparator.reverseOrder())
            .thenComparing(Edition::id);

    private Editions() {}

    /**
     * An edition that is worth an album.
     *
     * @param tracks what it has that none chosen before it has, which of the first is all
     */
    record Chosen(Edition edition, List<SheetTrack> tracks) {

        /** Whether it is less than the release has. */
        boolean isPart() {
            return tracks.size() < edition.sheet().size();
        }

        /** The album at Spotify; empty when it has none. */
        Optional<String> spotifyId() {
            return spotifyIds(edition).min(Comparator.naturalOrder());
        }
    }

    /** Those of all groups, an artist's first ones first. */
    static List<Chosen> choose(Collection<Edition> editions) {
        return editions.stream()
                .collect(Collectors.groupingBy(Edition::group, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(group -> ofGroup(group).stream())
                .sorted(Comparator.comparing(Chosen::edition, FIRST))
                .toList();
    }

    private static List<Chosen> ofGroup(List<Edition> group) {
        KnownTracks known = new KnownTracks();
        List<Chosen> chosen = new ArrayList<>();
        group.stream().sorted(FIRST).forEach(edition -> {
            List<SheetTrack> added =
                    edition.tracks().stream().filter(track -> !known.has(track)).toList();
            if (!added.isEmpty()) {
                chosen.add(new Chosen(edition, added));
            }
            known.add(edition.tracks());
        });
        return chosen;
    }

    private static Stream<String> spotifyIds(Edition edition) {
        return edition.release().relations().stream()
                .filter(relation -> !relation.ended())
                .flatMap(relation -> SpotifyLinks.albumId(relation.url()).stream())
                .distinct();
    }
}
