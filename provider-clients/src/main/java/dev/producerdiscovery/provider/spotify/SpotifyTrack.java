package dev.producerdiscovery.provider.spotify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A track. Only one that was looked up or searched has an ISRC and, outside Development Mode, a popularity; rows of an
 * album have neither.
 *
 * @param name empty after a takedown
 * @param popularity 0 to 100
 */
public record SpotifyTrack(
        String id,
        String name,
        @Nullable Integer durationMs,
        @Nullable Integer discNumber,
        @Nullable Integer trackNumber,
        @Nullable Boolean explicit,
        @Nullable String isrc,
        @Nullable Integer popularity,
        @Nullable String previewUrl,
        List<SpotifyArtistRef> artists) {}
