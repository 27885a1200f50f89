package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.provider.spotify.SpotifyAlbum;
import dev.producerdiscovery.provider.spotify.SpotifyPage;
import dev.producerdiscovery.provider.spotify.SpotifyTrack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * One page of an album's tracks, which may lack what only a look at a track itself tells (ISRC, popularity).
 *
 * @param album the album in full, where the page came with it
 */
record TrackPage(Optional<SpotifyAlbum> album, SpotifyPage<SpotifyTrack> page, int offset) {

    /** The ids of its tracks, as far as they have any. */
    Stream<String> ids() {
        return page.items().stream().map(SpotifyTrack::id).filter(id -> !id.isBlank());
    }

    /** @param full what is known of tracks by themselves */
    TrackListing with(Map<String, SpotifyTrack> full) {
        List<ListedTrack> tracks = page.items().stream()
                .map(track -> ListedTrack.of(full.getOrDefault(track.id(), track)))
                .toList();
        return new TrackListing(album, tracks, next());
    }

    /** A page that is empty or leads back ends the listing, whatever it says. */
    private OptionalInt next() {
        return page.items().isEmpty() || page.nextOffset().orElse(0) <= offset
                ? OptionalInt.empty()
                : page.nextOffset();
    }
}
