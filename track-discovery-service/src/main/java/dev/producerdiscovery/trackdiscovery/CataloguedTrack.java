package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.matching.title.Title;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A track as it takes its turn in being sorted into songs. The order decides which track a song is named and measured by:
 * the plainest title first, then the earliest release. The database function {@code choose_representatives} orders by the
 * same.
 *
 * @param marks how much the title says of the version
 * @param released null when unknown
 */
record CataloguedTrack(
        String spotifyId,
        Recording recording,
        int marks,
        @Nullable LocalDate released) implements Comparable<CataloguedTrack> {

    private static final Comparator<CataloguedTrack> ORDER = Comparator.comparingInt(CataloguedTrack::marks)
            .thenComparing(CataloguedTrack::released, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(CataloguedTrack::spotifyId);

    static CataloguedTrack of(
            String spotifyId,
            Title title,
            @Nullable Integer durationMs,
            @Nullable String isrc,
            @Nullable LocalDate released) {
        return new CataloguedTrack(
                spotifyId,
                Recording.of(title, durationMs, isrc),
                title.versions().size(),
                released);
    }

    @Override
    public int compareTo(CataloguedTrack other) {
        return ORDER.compare(this, other);
    }
}
