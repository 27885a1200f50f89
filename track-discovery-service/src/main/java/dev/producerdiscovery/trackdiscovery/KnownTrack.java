package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.matching.title.TitleParser;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A track that is stored.
 *
 * @param song the song it has now
 */
record KnownTrack(UUID id, CataloguedTrack track, SongKey song) {

    /** Empty for a title that cannot be read. */
    static Optional<KnownTrack> of(
            UUID id, String name, @Nullable Integer durationMs, @Nullable String isrc, String turn, SongKey song) {
        try {
            return Optional.of(new KnownTrack(
                    id, CataloguedTrack.of(id.toString(), TitleParser.parse(name), durationMs, isrc, turn), song));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
