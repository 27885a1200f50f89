package dev.producerdiscovery.catalog.tracks;

import dev.producerdiscovery.catalog.CataloguePage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A track, its other releases, and what is known of who made it.
 *
 * @param releases further tracks with the same recording; they share the credits
 * @param answers what sources said that credits nobody: not known there, nobody named, or not clear which song it is
 */
record Track(
        UUID id,
        String name,
        UUID artistId,
        String artistName,
        String albumName,
        @Nullable LocalDate releaseDate,
        @Nullable String isrc,
        @Nullable String spotifyId,

        @Schema(description = "Of the recording, which further tracks may share") @Nullable
        String musicbrainzId,

        @Nullable String albumSpotifyId,

        @Schema(description = "Of the release that the track is on") @Nullable
        String albumMusicbrainzId,

        @Nullable Duration length,
        @Nullable Integer popularity,
        List<Release> releases,
        List<Credit> credits,
        List<Answer> answers) {

    /** For people. */
    public List<CataloguePage> pages() {
        return CataloguePage.all(CataloguePage.Of.TRACK, spotifyId, musicbrainzId);
    }

    /** For people. */
    public List<CataloguePage> albumPages() {
        return CataloguePage.all(CataloguePage.Of.ALBUM, albumSpotifyId, albumMusicbrainzId);
    }

    record Release(
            UUID trackId,
            String name,
            String albumName,
            @Nullable LocalDate releaseDate,
            @Nullable String isrc) {}

    /** @param produced whether the role makes the person a producer of the song */
    record Credit(
            UUID producerId,
            String producerName,
            String role,
            boolean produced,
            double confidence,
            String verification,
            String source,
            List<Evidence> evidence) {}

    /**
     * What one source says, in its own words.
     *
     * @param matchKind how the song was found there
     * @param matchStrength 0 to 1: how sure it is that the source speaks of this song and role
     */
    record Evidence(
            String source,
            String rawName,
            String rawRole,
            @Nullable String url,
            String matchKind,
            double matchStrength,
            Instant observedAt) {}

    record Answer(
            String source,
            String outcome,
            @Nullable String url,
            Instant observedAt,
            @Nullable Instant askAgainAt) {

        /** For people. */
        public String sentence() {
            return outcome.equals("ambiguous") ? "not clear which song there is meant" : "nobody named";
        }
    }
}
