package dev.producerdiscovery.identification.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a source answered about a song. "Nobody is named" is an answer too: it saves the next question. */
public sealed interface Answer {

    /** The source that answered, as evidence names it. */
    String source();

    /** The source credits people; never empty. */
    record Credited(String source, List<Credit> credits) implements Answer {

        public Credited {
            credits = List.copyOf(credits);
            if (credits.isEmpty()) {
                throw new IllegalArgumentException("credits: must not be empty");
            }
        }
    }

    /**
     * The source does not know the song, or names nobody for it.
     *
     * @param match the page that names nobody; null when there is none
     */
    record NobodyNamed(String source, @Nullable Match match, Instant askAgainAt) implements Answer {}

    /** Several of the source's songs could be the one, and none is clearly the best. */
    record Ambiguous(String source, Instant askAgainAt) implements Answer {}

    /** How sure it is that somebody produced the song: 0 when nobody is said to have. */
    default double producingStrength() {
        return this instanceof Credited(String name, List<Credit> credits)
                ? credits.stream()
                        .filter(Credit::isProducing)
                        .mapToDouble(credit -> credit.match().strength())
                        .max()
                        .orElse(0)
                : 0;
    }

    /** Of two answers of one source the one that says more; this one when both say as much. */
    default Answer orBetter(Answer other) {
        if (other.producingStrength() > producingStrength()) {
            return other;
        }
        return other instanceof Credited && !(this instanceof Credited) ? other : this;
    }
}
