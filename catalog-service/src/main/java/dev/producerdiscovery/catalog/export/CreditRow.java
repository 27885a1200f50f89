package dev.producerdiscovery.catalog.export;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One credit of one track, with all that identifies both.
 *
 * @param musicbrainzId of the recording, which further tracks may share
 * @param albumMusicbrainzId of the release
 */
record CreditRow(
        UUID producerId,
        String producer,
        String role,
        String artist,
        String track,
        String album,
        @Nullable LocalDate releaseDate,
        @Nullable String isrc,
        @Nullable String spotifyId,
        double confidence,
        String verification,
        String source,
        @Nullable String musicbrainzId,
        @Nullable String albumMusicbrainzId,
        @Nullable String artistMusicbrainzId) {}
