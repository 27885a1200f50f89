package dev.producerdiscovery.provider.genius;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A song found by a search, or listed for an artist. Being found first proves nothing: translations, tracklists and
 * playlists come too.
 *
 * @param artistNames everybody named as performer, as one text
 * @param year of the release
 */
public record GeniusHit(
        long id,
        String title,
        @Nullable String artistNames,
        List<GeniusArtistRef> primaryArtists,
        List<GeniusArtistRef> featuredArtists,
        @Nullable Integer year,
        @Nullable String url) {}
