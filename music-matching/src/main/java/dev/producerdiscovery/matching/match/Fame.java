package dev.producerdiscovery.matching.match;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Compares how well known two namesakes are. Unknown figures prove nothing. */
final class Fame {

    static final Comparator<ArtistCandidate> MOST_FAMOUS_FIRST = Comparator.comparing(
                    ArtistCandidate::followers, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(ArtistCandidate::popularity, Comparator.nullsLast(Comparator.reverseOrder()));

    private static final int TIMES_THE_FOLLOWERS = 10;
    private static final int POINTS_OF_POPULARITY = 25;

    /** Fewer followers than this do not make anybody the one who was meant. */
    private static final int KNOWN_AT_ALL = 1000;

    private Fame() {}

    static boolean clearlyMore(ArtistCandidate one, ArtistCandidate other) {
        Integer followers = one.followers();
        Integer otherFollowers = other.followers();
        if (followers != null && otherFollowers != null) {
            return followers >= KNOWN_AT_ALL && followers >= (long) TIMES_THE_FOLLOWERS * otherFollowers;
        }
        return morePopular(one.popularity(), other.popularity());
    }

    private static boolean morePopular(@Nullable Integer popularity, @Nullable Integer other) {
        return popularity != null && other != null && popularity - other >= POINTS_OF_POPULARITY;
    }
}
