package dev.producerdiscovery.provider.genius;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A song with its credits. No producers means that nobody entered any.
 *
 * @param spotifyTrackIds tracks that the page itself links to, the best proof of a match
 * @param releaseDate ISO date
 * @param language two-letter code
 */
public record GeniusSong(
        long id,
        String title,
        @Nullable String url,
        @Nullable String releaseDate,
        @Nullable String language,
        @Nullable String albumName,
        @Nullable String appleMusicId,
        List<String> spotifyTrackIds,
        List<GeniusArtistRef> primaryArtists,
        List<GeniusArtistRef> featuredArtists,
        List<GeniusArtistRef> producers,
        List<GeniusArtistRef> writers,
        List<GeniusPerformance> performances) {}
