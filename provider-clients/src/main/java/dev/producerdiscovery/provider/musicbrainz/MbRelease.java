package dev.producerdiscovery.provider.musicbrainz;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release with all its tracks and their credits.
 *
 * @param id may differ from the one asked for: releases get merged, and this is the one to keep
 * @param relations credits for the release as a whole, of which nobody knows to which tracks they apply
 */
public record MbRelease(
        String id,
        String title,
        @Nullable String barcode,
        List<MbArtistCredit> artistCredit,
        List<MbMedium> media,
        List<MbRelation> relations) {}
