package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.provider.spotify.SpotifyAlbum;
import dev.producerdiscovery.provider.spotify.SpotifyClient;
import dev.producerdiscovery.provider.spotify.SpotifyPage;
import dev.producerdiscovery.provider.spotify.SpotifyTrack;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads track pages from Spotify with as few calls as it takes: albums come several at a time, each with its first page,
 * and what the tracks of all pages lack (ISRC, popularity) is asked for together. In Development Mode Spotify allows
 * neither: an album is a call, and nothing is known of tracks by themselves.
 */
@Component
class TrackListings {

    private final SpotifyClient spotify;

    TrackListings(SpotifyClient spotify) {
        this.spotify = spotify;
    }

    /** The albums by their Spotify ids; empty where each has to be asked for by itself. */
    Optional<Map<String, SpotifyAlbum>> albums(Collection<String> spotifyIds) {
        // One by itself is looked up in whatever mode.
        return spotifyIds.size() > 1 ? spotify.albums(spotifyIds) : Optional.empty();
    }

    /**
     * One page of an album's tracks.
     *
     * @param known what {@link #albums} says
     * @throws PermanentFailure when Spotify does not have the album any more
     */
    TrackPage page(Album album, int offset, Optional<Map<String, SpotifyAlbum>> known) {
        String id = album.spotifyId();
        if (id == null) {
            throw new PermanentFailure("albumId " + album.id() + " has no Spotify id in the database");
        }
        if (offset > 0) {
            return new TrackPage(Optional.empty(), spotify.albumTracks(id, offset), offset);
        }
        SpotifyAlbum full = known.map(albums -> Optional.ofNullable(albums.get(id)))
                .orElseGet(() -> spotify.album(id))
                .orElseThrow(() ->
                        new PermanentFailure("Spotify does not have album " + id + " (" + album.id() + ") any more"));
        SpotifyPage<SpotifyTrack> first = full.tracks();
        return new TrackPage(Optional.of(full), first == null ? spotify.albumTracks(id, 0) : first, 0);
    }

    /** The pages with all that can be known of their tracks. */
    List<TrackListing> complete(List<TrackPage> pages) {
        List<String> ids = pages.stream().flatMap(TrackPage::ids).distinct().toList();
        Map<String, SpotifyTrack> full = ids.isEmpty() ? Map.of() : spotify.tracks(ids);
        return pages.stream().map(page -> page.with(full)).toList();
    }
}
