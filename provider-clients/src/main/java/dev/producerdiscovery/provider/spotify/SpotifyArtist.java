package dev.producerdiscovery.provider.spotify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An artist. Followers, popularity and genres are missing in Development Mode.
 *
 * @param name empty after a takedown
 * @param popularity 0 to 100
 */
public record SpotifyArtist(
        String id,
        String name,
        @Nullable Integer followers,
        @Nullable Integer popularity,
        List<String> genres,
        @Nullable String imageUrl,
        @Nullable String url) {}
