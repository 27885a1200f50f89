package dev.producerdiscovery.musicbrainz.sheet;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A recording and its credits, as a track of a release, found by its ISRC, or as one of an artist's.
 *
 * @param disc from 1; null outside a release or when unknown
 * @param position on the disc, from 1; null outside a release or when unknown
 * @param title outside a release with what MusicBrainz keeps out of titles, such as "live"
 * @param version what MusicBrainz keeps out of a track's title, such as "live, 2003-05-04: Paris"; null where the title says
 *     it, and where it was kept by earlier versions
 * @param artists whom it is by, the main one first; not said by what was kept by earlier versions
 * @param spotifyTracks the ids of the tracks that it is linked to; not said by what was kept by earlier versions
 */
public record SheetTrack(
        @Nullable Integer disc,
        @Nullable Integer position,
        String title,
        @Nullable Integer lengthMs,
        String recordingId,
        List<String> isrcs,
        List<SheetCredit> credits,
        @Nullable List<SheetArtist> artists,
        @Nullable List<String> spotifyTracks,
        @Nullable String version) {

    public SheetTrack {
        isrcs = List.copyOf(isrcs);
        credits = List.copyOf(credits);
        artists = artists == null ? List.of() : List.copyOf(artists);
        spotifyTracks = spotifyTracks == null ? List.of() : List.copyOf(spotifyTracks);
    }

    @Override
    public List<SheetArtist> artists() {
        return Objects.requireNonNullElse(artists, List.of());
    }

    @Override
    public List<String> spotifyTracks() {
        return Objects.requireNonNullElse(spotifyTracks, List.of());
    }

    /** The title with what tells the recording from others of the song. */
    public String fullTitle() {
        return version == null ? title : title + " (" + version + ")";
    }

    /** Whether it is said who produced it. */
    public boolean namesProducer() {
        return credits.stream().anyMatch(credit -> credit.role().producesSong());
    }

    /** The recording apart from the release, with all that its title leaves out. */
    public SheetTrack byItself() {
        return withoutRelease().titled(fullTitle());
    }

    SheetTrack titled(String fullTitle) {
        return new SheetTrack(
                disc, position, fullTitle, lengthMs, recordingId, isrcs, credits, artists, spotifyTracks, null);
    }

    /** The recording by itself: what is said of a release as a whole need not hold for it elsewhere. */
    public SheetTrack withoutRelease() {
        List<SheetCredit> own = credits.stream()
                .filter(credit -> credit.scope() != SheetCredit.Scope.RELEASE)
                .toList();
        return new SheetTrack(null, null, title, lengthMs, recordingId, isrcs, own, artists, spotifyTracks, version);
    }

    /** The recording with what is said of a release that it is on. */
    public SheetTrack with(List<SheetCredit> ofRelease) {
        List<SheetCredit> all =
                Stream.concat(credits.stream(), ofRelease.stream()).distinct().toList();
        return new SheetTrack(
                disc, position, title, lengthMs, recordingId, isrcs, all, artists, spotifyTracks, version);
    }

    public boolean isAt(@Nullable Integer disc, @Nullable Integer position) {
        return position != null
                && Objects.equals(this.position, position)
                && Objects.requireNonNullElse(this.disc, 1).equals(Objects.requireNonNullElse(disc, 1));
    }

    public boolean hasIsrc(@Nullable String isrc) {
        return isrc != null && isrcs.stream().anyMatch(isrc::equalsIgnoreCase);
    }

    /** How far the lengths are apart, in milliseconds; 0 when one is unknown, because then nothing speaks against it. */
    public int lengthDifference(@Nullable Integer otherMs) {
        return lengthMs == null || otherMs == null ? 0 : Math.abs(lengthMs - otherMs);
    }
}
