package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.matching.title.TitleParser;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A track that is stored.
 *
 * @param song the song it has now
 */
record KnownTrack(CataloguedTrack track, SongKey song) {

    /** Empty for a title that cannot be read. */
    static Optional<KnownTrack> of(
            String spotifyId,
            String name,
            @Nullable Integer durationMs,
            @Nullable String isrc,
            String turn,
            SongKey song) {
        try {
            return Optional.of(new KnownTrack(
                    CataloguedTrack.of(spotifyId, TitleParser.parse(name), durationMs, isrc, turn), song));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String spotifyId() {
        return track.spotifyId();
    }
}
