package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.matching.title.TitleParser;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A track that is stored.
 *
 * @param song the normalized name of the song it has now
 */
record KnownTrack(CataloguedTrack track, String song) {

    /** Empty for a title that cannot be read. */
    static Optional<KnownTrack> of(
            String spotifyId,
            String name,
            @Nullable Integer durationMs,
            @Nullable String isrc,
            @Nullable LocalDate released,
            String song) {
        try {
            return Optional.of(new KnownTrack(
                    CataloguedTrack.of(spotifyId, TitleParser.parse(name), durationMs, isrc, released), song));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String spotifyId() {
        return track.spotifyId();
    }
}
