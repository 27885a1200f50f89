package dev.producerdiscovery.provider.musicbrainz;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release with all its tracks and their credits. What was not asked for is null, false or empty.
 *
 * @param id may differ from the one asked for: releases get merged, and this is the one to keep
 * @param disambiguation what tells it from others of its title, such as {@code deluxe edition}
 * @param status for example {@code Official} or {@code Bootleg}; unknown for some
 * @param date when it first came out anywhere, as precise as it is known: a year, a month or a day
 * @param country where that was, in two capitals; {@code XW} for the whole world
 * @param frontCover whether the Cover Art Archive has a picture of its front
 * @param relations credits for the release as a whole, of which nobody knows to which tracks they apply
 */
public record MbRelease(
        String id,
        String title,
        @Nullable String disambiguation,
        @Nullable String status,
        @Nullable String date,
        @Nullable String country,
        @Nullable String barcode,
        boolean frontCover,
        @Nullable MbReleaseGroup releaseGroup,
        List<MbArtistCredit> artistCredit,
        List<MbMedium> media,
        List<MbRelation> relations) {

    /** The same with other media. */
    public MbRelease with(List<MbMedium> others) {
        return new MbRelease(
                id,
                title,
                disambiguation,
                status,
                date,
                country,
                barcode,
                frontCover,
                releaseGroup,
                artistCredit,
                others,
                relations);
    }

    /** Without its tracks, which take by far the most memory. */
    public MbRelease head() {
        return with(List.of());
    }
}
