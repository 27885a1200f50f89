package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.musicbrainz.sheet.SheetTrack;
import dev.producerdiscovery.provider.spotify.SpotifyTrack;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A track as a catalogue lists it. It has the id of that catalogue.
 *
 * @param spotifyId null from MusicBrainz
 * @param musicbrainzId the recording's; null from Spotify
 * @param spotifyIds what MusicBrainz links the recording to at Spotify
 * @param name empty after a takedown
 * @param durationMs null when unknown
 * @param popularity 0 to 100
 */
record ListedTrack(
        @Nullable String spotifyId,
        @Nullable String musicbrainzId,
        List<String> spotifyIds,
        String name,
        List<TrackArtist> artists,
        @Nullable Integer durationMs,
        @Nullable Integer discNumber,
        @Nullable Integer trackNumber,
        @Nullable Boolean explicit,
        @Nullable String isrc,
        @Nullable Integer popularity,
        @Nullable String previewUrl) {

    static ListedTrack of(SpotifyTrack track) {
        return new ListedTrack(
                track.id(),
                null,
                List.of(),
                track.name(),
                track.artists().stream().map(TrackArtist::of).toList(),
                track.durationMs(),
                track.discNumber(),
                track.trackNumber(),
                track.explicit(),
                track.isrc(),
                track.popularity(),
                track.previewUrl());
    }

    /** The title of the track with what MusicBrainz keeps out of titles, by which songs are told apart. */
    static ListedTrack of(SheetTrack track) {
        return new ListedTrack(
                null,
                track.recordingId(),
                track.spotifyTracks(),
                track.fullTitle(),
                track.artists().stream().map(TrackArtist::of).toList(),
                track.lengthMs(),
                track.disc(),
                track.position(),
                null,
                // Of several always the same.
                track.isrcs().stream().min(Comparator.naturalOrder()).orElse(null),
                null,
                null);
    }

    /** Of the catalogue that lists it. */
    String id() {
        return spotifyId != null ? spotifyId : musicbrainzId == null ? "" : musicbrainzId;
    }
}
