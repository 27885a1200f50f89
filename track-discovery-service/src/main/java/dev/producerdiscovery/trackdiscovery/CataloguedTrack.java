package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.matching.title.Title;
import org.jspecify.annotations.Nullable;

/**
 * A track as it takes its turn in being sorted into songs. The order decides which track a song is named and measured by.
 *
 * @param id tells it from the others: the row's of a track that is stored
 * @param turn as the database function {@code song_turn} gives it, by which a song's track to show is chosen too
 */
record CataloguedTrack(String id, Recording recording, String turn) implements Comparable<CataloguedTrack> {

    static CataloguedTrack of(
            String id, Title title, @Nullable Integer durationMs, @Nullable String isrc, String turn) {
        return new CataloguedTrack(id, Recording.of(title, durationMs, isrc), turn);
    }

    @Override
    public int compareTo(CataloguedTrack other) {
        return turn.compareTo(other.turn);
    }
}
