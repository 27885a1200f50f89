package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.matching.title.Title;
import dev.producerdiscovery.matching.title.TitleParser;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a track of a page belongs, and what will be known of it once it is stored. That is what it is sorted by: of what
 * two catalogues say of a track only one word stands, whichever spoke last.
 *
 * @param trackId its row; null for a track that is new
 * @param artistId among whose songs it is by now; null for a track that is new
 * @param songId which of them it is
 * @param turn when it is sorted into songs, as {@link CataloguedTrack} has it
 */
record Place(
        @Nullable UUID trackId,
        @Nullable UUID artistId,
        @Nullable UUID songId,
        String name,
        @Nullable Integer durationMs,
        @Nullable String isrc,
        String turn) {

    /** @param newId for a track that is new */
    CataloguedTrack catalogued(String newId, TitledTrack given) {
        return CataloguedTrack.of(
                trackId == null ? newId : trackId.toString(), standingTitle(given), durationMs, isrc, turn);
    }

    /** As it was given just now, where that stands, or where what stands cannot be read. */
    private Title standingTitle(TitledTrack given) {
        if (name.equals(given.track().name())) {
            return given.title();
        }
        try {
            return TitleParser.parse(name);
        } catch (IllegalArgumentException e) {
            return given.title();
        }
    }
}
