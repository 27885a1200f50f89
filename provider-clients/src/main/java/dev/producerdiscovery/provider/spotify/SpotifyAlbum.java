package dev.producerdiscovery.provider.spotify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An album, as a row of a list or looked up by its id. Only the looked-up one has a UPC and tracks, and outside
 * Development Mode a label; only a row has an album group, outside Development Mode.
 *
 * @param name empty after a takedown
 * @param albumType {@code album}, {@code single} (also for EPs) or {@code compilation}
 * @param albumGroup how the artist whose albums were asked for relates to it, for example {@code appears_on}
 * @param releaseDate as precise as {@code releaseDatePrecision} says: {@code 2019}, {@code 2019-03} or
 *     {@code 2019-03-08}
 * @param tracks the first page, up to 50
 */
public record SpotifyAlbum(
        String id,
        String name,
        @Nullable String albumType,
        @Nullable String albumGroup,
        @Nullable Integer totalTracks,
        @Nullable String releaseDate,
        @Nullable String releaseDatePrecision,
        @Nullable String imageUrl,
        @Nullable String upc,
        @Nullable String label,
        List<SpotifyArtistRef> artists,
        @Nullable SpotifyPage<SpotifyTrack> tracks) {}
