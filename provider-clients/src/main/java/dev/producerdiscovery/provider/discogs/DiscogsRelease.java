package dev.producerdiscovery.provider.discogs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release with its credits.
 *
 * @param credits of the release as a whole, see {@link DiscogsCredit#tracks()}
 * @param tracks without headings, parts of a medley each by itself
 */
public record DiscogsRelease(
        long id,
        String title,
        @Nullable Integer year,
        @Nullable String url,
        List<String> barcodes,
        List<DiscogsCredit> artists,
        List<DiscogsCredit> credits,
        List<DiscogsTrack> tracks) {}
