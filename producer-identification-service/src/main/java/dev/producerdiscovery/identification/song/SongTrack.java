package dev.producerdiscovery.identification.song;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One track of a song.
 *
 * @param spotifyId null when it was not found through Spotify
 * @param musicbrainzId the recording's; null when it was not found through MusicBrainz
 * @param lengthMs null when unknown
 * @param disc its disc on the album, from 1; null when unknown
 * @param position its place on that disc, from 1; null when unknown
 * @param artists as credited on the track, the first one first; may be empty
 */
public record SongTrack(
        UUID id,
        @Nullable String spotifyId,
        @Nullable String musicbrainzId,
        String name,
        @Nullable String isrc,
        @Nullable Integer lengthMs,
        @Nullable Integer disc,
        @Nullable Integer position,
        List<String> artists,
        Album album) {

    public SongTrack {
        artists = List.copyOf(artists);
    }

    /**
     * The album a track is on.
     *
     * @param spotifyId null when it was not found through Spotify
     * @param musicbrainzId the release's; null when it was not found through MusicBrainz
     * @param releaseYear null when unknown
     */
    public record Album(
            UUID id,
            @Nullable String spotifyId,
            @Nullable String musicbrainzId,
            String name,
            @Nullable Integer releaseYear) {}
}
