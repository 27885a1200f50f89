package dev.producerdiscovery.albumdiscovery;

import dev.producerdiscovery.albumdiscovery.Editions.Chosen;
import dev.producerdiscovery.musicbrainz.sheet.SheetTrack;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What releases that are no albums here tell of the artist's songs, such as compilations. */
final class Elsewhere {

    private Elsewhere() {}

    /** The recordings that name a producer and are on none of the albums, in an order of their own. */
    static List<SheetTrack> of(Collection<Edition> all, Collection<Chosen> albums) {
        Set<String> onAlbums = albums.stream()
                .flatMap(album -> album.edition().sheet().stream())
                .map(SheetTrack::recordingId)
                .collect(Collectors.toSet());
        Map<String, SheetTrack> others = new TreeMap<>();
        all.stream()
                .flatMap(edition -> edition.tracks().stream())
                .map(SheetTrack::byItself)
                .filter(track -> track.namesProducer() && !onAlbums.contains(track.recordingId()))
                .forEach(track -> others.merge(track.recordingId(), track, Elsewhere::first));
        return List.copyOf(others.values());
    }

    /** Titles differ from release to release; which one is met first must not matter. */
    private static SheetTrack first(SheetTrack one, SheetTrack other) {
        return one.title().compareTo(other.title()) <= 0 ? one : other;
    }
}
