package dev.producerdiscovery.trackdiscovery;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sorts tracks into the artist's songs. Must run in the transaction that stores them. */
@Component
class SongSorter {

    private final SongStore store;

    SongSorter(SongStore store) {
        this.store = store;
    }

    /** The tracks as the database takes them, in the same order. */
    List<TrackData> sort(List<TitledTrack> tracks, Album album) {
        store.lock(album.artistId());
        Map<String, Place> places =
                store.places(tracks.stream().map(TitledTrack::id).toList());
        SongBook songs = new SongBook(store.songs(
                album.artistId(), tracks.stream().map(TitledTrack::recording).toList()));
        return tracks.stream()
                .map(track -> track.at(placeOf(track, album, places, songs), album))
                .toList();
    }

    /** A track keeps the place that it has: what was found out about its song stays true of it. */
    private static Place placeOf(TitledTrack track, Album album, Map<String, Place> places, SongBook songs) {
        Place place = places.get(track.id());
        return place == null ? new Place(album.artistId(), songs.place(track.recording())) : place;
    }
}
