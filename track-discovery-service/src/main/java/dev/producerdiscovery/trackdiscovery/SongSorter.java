package dev.producerdiscovery.trackdiscovery;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Keeps an artist's tracks sorted into songs. A new track may join two songs, part one, or be the one by which a song is
 * named, so all tracks like it are sorted anew: the songs are then the same in whatever order albums were found. Must run
 * in the transaction that stores the tracks.
 */
@Component
class SongSorter {

    private final SongStore songs;
    private final TrackStore tracks;

    SongSorter(SongStore songs, TrackStore tracks) {
        this.songs = songs;
        this.tracks = tracks;
    }

    /**
     * Stores a page of an album's tracks with their songs.
     *
     * @param listed the album as it was when the page was read; it may have become another artist's since
     * @param before what else is to be written of the album
     * @return all songs that are new, or not what they were
     */
    Set<UUID> store(List<TitledTrack> page, Album listed, Runnable before) {
        Ownership ownership = hold(page, listed);
        before.run();
        Album album = listed.ownedBy(ownership.owner());
        List<Place> places = songs.places(page, album);
        Set<UUID> artists = places.stream()
                .map(Place::artistId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        if (!ownership.all().containsAll(artists)) {
            // By what was written just now the album may have become one with another.
            songs.lock(artists);
        }

        List<CataloguedTrack> catalogued = IntStream.range(0, page.size())
                .mapToObj(at -> places.get(at).catalogued("new " + at, page.get(at)))
                .toList();
        Set<UUID> changed = new HashSet<>();
        Map<String, SongKey> sorted = sort(album.ownerId(), catalogued, catalogued, changed);
        tracks.store(
                        IntStream.range(0, page.size())
                                .mapToObj(at -> page.get(at)
                                        .at(
                                                requireNonNull(sorted.get(
                                                        catalogued.get(at).id())),
                                                album))
                                .toList(),
                        album)
                .forEach(changed::add);
        artists.remove(album.ownerId());
        artists.forEach(former -> sort(former, List.of(), catalogued, changed));
        Set<UUID> left =
                places.stream().map(Place::songId).filter(Objects::nonNull).collect(Collectors.toSet());
        songs.forgetEmpty(left);
        changed.addAll(left);
        if (!ownership.namesakes().isEmpty()) {
            songs.join(album.ownerId()).ifPresent(joined -> {
                sort(songs.all(joined), List.of(), joined, changed);
                changed.addAll(songs.of(joined));
            });
        }
        return changed;
    }

    /**
     * Locks the songs of all who may be concerned, before anything is written of the album: whoever joins artists takes
     * songs before albums too, or the two would wait for each other. Until the songs were held, the album may have become
     * another artist's.
     */
    private Ownership hold(List<TitledTrack> page, Album album) {
        Set<UUID> held = new HashSet<>();
        Ownership ownership = songs.ownership(page, album);
        while (held.addAll(ownership.all())) {
            songs.lock(held);
            ownership = songs.ownership(page, album);
        }
        return ownership;
    }

    /** Sorts what is stored of the artist and like {@code these}, together with what is new. Returns all tracks' songs. */
    private Map<String, SongKey> sort(
            UUID artist, List<CataloguedTrack> added, List<CataloguedTrack> these, Set<UUID> changed) {
        return sort(kin(artist, these), added, artist, changed);
    }

    private Map<String, SongKey> sort(
            Collection<KnownTrack> known, List<CataloguedTrack> added, UUID artist, Set<UUID> changed) {
        Map<String, CataloguedTrack> all = new HashMap<>();
        known.forEach(track -> all.put(track.track().id(), track.track()));
        added.forEach(track -> all.put(track.id(), track));
        Map<String, SongKey> sorted = SongBook.sort(all.values());
        if (known.stream()
                .anyMatch(track -> !track.song().equals(sorted.get(track.track().id())))) {
            changed.addAll(songs.regroup(
                    artist,
                    known.stream()
                            .collect(Collectors.toMap(
                                    KnownTrack::id,
                                    track -> requireNonNull(
                                            sorted.get(track.track().id()))))));
        }
        return sorted;
    }

    /** The artist's tracks that are like these, or like those that are, and so on. */
    private Collection<KnownTrack> kin(UUID artist, List<CataloguedTrack> these) {
        Set<String> keys = new HashSet<>();
        Set<String> isrcs = new HashSet<>();
        List<KnownTrack> kin = List.of();
        boolean more = learn(these, keys, isrcs);
        while (more) {
            kin = songs.kin(artist, keys, isrcs);
            more = learn(kin.stream().map(KnownTrack::track).toList(), keys, isrcs);
        }
        return kin;
    }

    private static boolean learn(List<CataloguedTrack> tracks, Set<String> keys, Set<String> isrcs) {
        boolean more = false;
        for (CataloguedTrack track : tracks) {
            more |= keys.add(track.recording().key());
            more |= track.recording().isrc() != null
                    && isrcs.add(track.recording().isrc());
        }
        return more;
    }
}
