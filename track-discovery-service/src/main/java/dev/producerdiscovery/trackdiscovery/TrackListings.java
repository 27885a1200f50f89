package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.provider.spotify.SpotifyAlbum;
import dev.producerdiscovery.provider.spotify.SpotifyClient;
import dev.producerdiscovery.provider.spotify.SpotifyPage;
import dev.producerdiscovery.provider.spotify.SpotifyTrack;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/**
 * Reads track pages from Spotify with as few calls as it takes: the album itself brings its first page along, and what a
 * page's tracks lack (ISRC, popularity) is asked for all of them at once or not at all.
 */
@Component
class TrackListings {

    private final SpotifyClient spotify;

    TrackListings(SpotifyClient spotify) {
        this.spotify = spotify;
    }

    /** @throws PermanentFailure when Spotify does not have the album any more */
    TrackListing read(Album album, int offset) {
        if (offset > 0) {
            return listing(Optional.empty(), spotify.albumTracks(album.spotifyId(), offset), offset);
        }
        SpotifyAlbum full = spotify.album(album.spotifyId())
                .orElseThrow(() -> new PermanentFailure(
                        "Spotify does not have album " + album.spotifyId() + " (" + album.id() + ") any more"));
        SpotifyPage<SpotifyTrack> first = full.tracks();
        return listing(Optional.of(full), first == null ? spotify.albumTracks(album.spotifyId(), 0) : first, 0);
    }

    private TrackListing listing(Optional<SpotifyAlbum> album, SpotifyPage<SpotifyTrack> page, int offset) {
        List<String> ids = page.items().stream()
                .map(SpotifyTrack::id)
                .filter(id -> !id.isBlank())
                .distinct()
                .toList();
        Map<String, SpotifyTrack> full = ids.isEmpty() ? Map.of() : spotify.tracks(ids);
        List<SpotifyTrack> tracks = page.items().stream()
                .map(track -> full.getOrDefault(track.id(), track))
                .toList();
        return new TrackListing(album, tracks, next(page, offset));
    }

    /** A page that is empty or leads back ends the listing, whatever it says. */
    private static OptionalInt next(SpotifyPage<SpotifyTrack> page, int offset) {
        return page.items().isEmpty() || page.nextOffset().orElse(0) <= offset
                ? OptionalInt.empty()
                : page.nextOffset();
    }
}
