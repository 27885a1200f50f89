package dev.producerdiscovery.trackdiscovery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tracks of a page that are worth keeping, each once, and how many are not.
 *
 * @param unusable tracks without id or title
 * @param ofOthers tracks of an album of many artists that do not credit the artist
 */
record TrackSelection(List<TitledTrack> tracks, int unusable, int ofOthers) {

    static TrackSelection of(List<ListedTrack> page, Album album) {
        Map<String, TitledTrack> kept = new LinkedHashMap<>();
        int unusable = 0;
        int ofOthers = 0;
        for (ListedTrack track : page) {
            Optional<TitledTrack> titled = TitledTrack.of(track);
            if (titled.isEmpty()) {
                unusable++;
            } else if (album.isOfManyArtists() && !credits(track, album)) {
                ofOthers++;
            } else {
                kept.putIfAbsent(track.id(), titled.get());
            }
        }
        return new TrackSelection(List.copyOf(kept.values()), unusable, ofOthers);
    }

    private static boolean credits(ListedTrack track, Album album) {
        return track.artists().stream()
                .anyMatch(artist -> (artist.id() != null && artist.id().equals(album.artistSpotifyId()))
                        || (artist.musicbrainzId() != null
                                && artist.musicbrainzId().equals(album.artistMusicbrainzId())));
    }
}
