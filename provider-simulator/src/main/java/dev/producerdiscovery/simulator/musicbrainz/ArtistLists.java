package dev.producerdiscovery.simulator.musicbrainz;

import dev.producerdiscovery.simulator.catalogue.Act;
import dev.producerdiscovery.simulator.catalogue.Catalogue;
import dev.producerdiscovery.simulator.catalogue.Catalogue.Placed;
import dev.producerdiscovery.simulator.catalogue.Recording;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What each artist has at MusicBrainz: recordings as an artist of any place in the credit, and releases of its own. */
final class ArtistLists {

    private final Map<String, Listed> byMbid = new HashMap<>();

    /**
     * An artist's lists.
     *
     * @param recordings in the order of their titles
     * @param releases the oldest first
     */
    record Listed(List<Recording> recordings, List<Edition> releases) {}

    ArtistLists(Catalogue catalogue, Editions editions) {
        Map<String, Recording> known = new LinkedHashMap<>();
        catalogue.tracks().stream()
                .filter(ArtistLists::isEntered)
                .map(placed -> placed.track().recording())
                .sorted(Comparator.comparing(
                                (Recording recording) -> recording.song().title())
                        .thenComparing(Recording::key))
                .forEach(recording -> known.put(recording.key(), recording));
        for (Act act : catalogue.acts()) {
            String mbid = act.who().ids().mbid();
            if (mbid != null) {
                byMbid.put(mbid, new Listed(recordings(known, act), editions.of(act)));
            }
        }
    }

    /** Nothing for an id that is nobody's. */
    Optional<Listed> of(String mbid) {
        return Optional.ofNullable(byMbid.get(mbid));
    }

    /** Whoever enters a recording has its release at hand, or at least its code. */
    private static boolean isEntered(Placed placed) {
        Recording recording = placed.track().recording();
        return recording.mbid() != null
                && (placed.release().linkedToSpotify()
                        || (recording.isrcsAtMusicBrainz() && placed.track().isrc() != null));
    }

    private static List<Recording> recordings(Map<String, Recording> known, Act act) {
        return known.values().stream()
                .filter(recording -> Stream.concat(
                                recording.song().acts().stream(), recording.song().featured().stream())
                        .anyMatch(other -> other.who().equals(act.who())))
                .toList();
    }
}
