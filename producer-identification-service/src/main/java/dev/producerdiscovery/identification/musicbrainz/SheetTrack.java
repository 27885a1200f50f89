package dev.producerdiscovery.identification.musicbrainz;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A recording and its credits, as a track of a release or found by its ISRC.
 *
 * @param disc from 1; null outside a release or when unknown
 * @param position on the disc, from 1; null outside a release or when unknown
 */
record SheetTrack(
        @Nullable Integer disc,
        @Nullable Integer position,
        String title,
        @Nullable Integer lengthMs,
        String recordingId,
        List<String> isrcs,
        List<SheetCredit> credits) {

    SheetTrack {
        isrcs = List.copyOf(isrcs);
        credits = List.copyOf(credits);
    }

    /** The recording by itself: what is said of a release as a whole need not hold for it elsewhere. */
    SheetTrack withoutRelease() {
        List<SheetCredit> own = credits.stream()
                .filter(credit -> credit.scope() != SheetCredit.Scope.RELEASE)
                .toList();
        return new SheetTrack(null, null, title, lengthMs, recordingId, isrcs, own);
    }

    boolean isAt(@Nullable Integer disc, @Nullable Integer position) {
        return position != null
                && Objects.equals(this.position, position)
                && Objects.requireNonNullElse(this.disc, 1).equals(Objects.requireNonNullElse(disc, 1));
    }

    boolean hasIsrc(@Nullable String isrc) {
        return isrc != null && isrcs.stream().anyMatch(isrc::equalsIgnoreCase);
    }

    /** How far the lengths are apart, in milliseconds; 0 when one is unknown, because then nothing speaks against it. */
    int lengthDifference(@Nullable Integer otherMs) {
        return lengthMs == null || otherMs == null ? 0 : Math.abs(lengthMs - otherMs);
    }
}
