package dev.producerdiscovery.simulator.musicbrainz;

import dev.producerdiscovery.simulator.catalogue.Act;
import dev.producerdiscovery.simulator.catalogue.Catalogue;
import dev.producerdiscovery.simulator.catalogue.Release;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All releases of MusicBrainz. Immutable, hence thread-safe. */
final class Editions {

    private final Map<String, Edition> byId = new LinkedHashMap<>();
    private final ReleaseGroups groups;

    Editions(Catalogue catalogue) {
        catalogue.releases().stream()
                .filter(release -> release.mbid() != null)
                .flatMap(release -> Pressings.of(release).stream())
                .sorted(Comparator.comparing(Edition::date, Comparator.nullsLast(Comparator.<String>naturalOrder()))
                        .thenComparing(edition -> edition.release().spotifyId())
                        .thenComparing(Edition::id))
                .forEach(edition -> byId.put(edition.id(), edition));
        groups = new ReleaseGroups(byId.values());
    }

    Optional<Edition> of(String mbid) {
        return Optional.ofNullable(byId.get(mbid));
    }

    /** Those by the act itself, the oldest first, what has no date last. */
    List<Edition> of(Act act) {
        return byId.values().stream()
                .filter(edition -> edition.release().by(act))
                .toList();
    }

    ReleaseGroup groupOf(Release release) {
        return groups.of(release);
    }
}
