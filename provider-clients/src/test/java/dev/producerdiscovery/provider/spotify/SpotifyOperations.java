package dev.producerdiscovery.provider.spotify;

import dev.producerdiscovery.provider.conformance.Operation;
import dev.producerdiscovery.provider.conformance.Operations;
import java.util.List;
import java.util.Set;

public final class SpotifyOperations implements Operations {

    @Override
    public List<Operation> all() {
        return List.of(
                Operation.of(
                        "SPOTIFY_SEARCH_ARTISTS", SpotifyClient.class, client -> client.searchArtists("Hollow Lake")),
                Operation.of("SPOTIFY_ARTIST", SpotifyClient.class, client -> client.artist("artist1")),
                Operation.of(
                        "SPOTIFY_ALBUMS",
                        SpotifyClient.class,
                        client -> client.artistAlbums("artist1", Set.of("album"), 0)),
                Operation.of("SPOTIFY_ALBUM", SpotifyClient.class, client -> client.album("album1")),
                Operation.of("SPOTIFY_ALBUM_TRACKS", SpotifyClient.class, client -> client.albumTracks("album1", 0)));
    }
}
