package dev.producerdiscovery.identification.musicbrainz;

import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.identification.song.SongTrack;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * On which releases a song is looked for. Only the song decides: were also those used that happen to be at hand, a song's
 * credits would depend on which other songs were asked about before. Thread-safe.
 */
final class SongReleases {

    private final AlbumMap albums;
    private final int most;

    SongReleases(AlbumMap albums, int most) {
        this.albums = albums;
        this.most = most;
    }

    /** A track and a release that its album is. */
    record Place(SongTrack track, String release) {}

    /**
     * Where a dump has the song.
     *
     * @param all whether it is known of each of the song's albums which releases it is
     */
    record Dumped(List<Place> places, boolean all) {}

    /** In the order in which they are to be looked at. */
    List<Place> of(Song song) {
        return places(song, albums.releasesOf(song));
    }

    /** The same as far as it is known without a call. */
    Dumped dumped(Song song) {
        Map<UUID, List<String>> releases = albums.dumpedReleasesOf(song);
        return new Dumped(places(song, releases), releases.keySet().containsAll(AlbumMap.onSpotify(song)));
    }

    private List<Place> places(Song song, Map<UUID, List<String>> releases) {
        List<Place> places = song.tracks().stream()
                .flatMap(track -> releases.getOrDefault(track.album().id(), List.of()).stream()
                        .map(release -> new Place(track, release)))
                .toList();
        Set<String> first =
                places.stream().map(Place::release).distinct().limit(most).collect(Collectors.toSet());
        return places.stream().filter(place -> first.contains(place.release())).toList();
    }
}
