package dev.producerdiscovery.albumdiscovery;

import dev.producerdiscovery.provider.spotify.SpotifyAlbum;
import dev.producerdiscovery.provider.spotify.SpotifyArtistRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Albums for tests. */
final class Albums {

    private Albums() {}

    static SpotifyAlbum album(String id, String name) {
        return album(id, name, "album", "album", List.of());
    }

    static SpotifyAlbum album(
            String id, String name, @Nullable String type, @Nullable String group, List<SpotifyArtistRef> artists) {
        return new SpotifyAlbum(id, name, type, group, 10, "1994-03-21", "day", null, null, null, artists, null);
    }
}
