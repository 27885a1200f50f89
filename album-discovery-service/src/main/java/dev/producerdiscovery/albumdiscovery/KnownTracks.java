package dev.producerdiscovery.albumdiscovery;

import dev.producerdiscovery.matching.title.TitleParser;
import dev.producerdiscovery.musicbrainz.sheet.SheetTrack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tracks that some editions of a release group have. A track of another edition is one of them by its recording or ISRC,
 * and by its title and length too: MusicBrainz often has a recording for each master of the same performance. The one that
 * names the producer is worth taking, where the other does not.
 */
final class KnownTracks {

    private static final int SAME_RECORDING_MS = 15_000;

    private final Set<String> signs = new HashSet<>();
    private final Map<String, List<SheetTrack>> byTitle = new HashMap<>();

    boolean has(SheetTrack track) {
        if (signs.contains(track.recordingId())) {
            return true;
        }
        List<SheetTrack> same = byTitle.getOrDefault(title(track), List.of()).stream()
                .filter(other -> other.lengthDifference(track.lengthMs()) <= SAME_RECORDING_MS)
                .toList();
        boolean known = !same.isEmpty() || track.isrcs().stream().anyMatch(signs::contains);
        return known && (!track.namesProducer() || same.stream().anyMatch(SheetTrack::namesProducer));
    }

    void add(Collection<SheetTrack> tracks) {
        for (SheetTrack track : tracks) {
            signs.add(track.recordingId());
            signs.addAll(track.isrcs());
            byTitle.computeIfAbsent(title(track), title -> new ArrayList<>()).add(track);
        }
    }

    private static String title(SheetTrack track) {
        String title = track.fullTitle();
        // What cannot be read as a title is compared as it is written.
        return title.isBlank() ? title : TitleParser.parse(title).recordingKey();
    }
}
