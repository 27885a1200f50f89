package dev.producerdiscovery.trackdiscovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A track as {@code process_track_batch} takes it; what the catalogue did not say is left out, so that it stays as it is.
 *
 * @param musicbrainzId the recording's; of this and the Spotify id it has one at least
 * @param spotifyIds of which it may be one
 * @param artistId among whose songs it belongs
 * @param titleKey of its song, with {@code seconds}, as {@link SongKey} has them
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrackData(
        String name,
        @Nullable String spotifyId,
        @Nullable String musicbrainzId,
        List<String> spotifyIds,
        UUID albumId,
        UUID artistId,
        String titleKey,
        @Nullable Integer seconds,
        @Nullable Integer durationMs,
        @Nullable String isrc,
        @Nullable Integer popularity,
        @Nullable String spotifyPreviewUrl,
        Metadata metadata) {

    /**
     * @param recordingKey by which tracks of the same title are found
     * @param versions what the title says about the recording, for example {@code 2011 remaster}
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Metadata(
            List<TrackArtist> artists,
            @Nullable Integer discNumber,
            @Nullable Integer trackNumber,
            @Nullable Boolean explicit,
            String recordingKey,
            List<String> versions) {}
}
