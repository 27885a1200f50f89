package dev.producerdiscovery.matching.match;

import java.util.List;

/**
 * The answer to "which of these candidates is it?".
 *
 * @param <C> the candidates
 */
public sealed interface Choice<C> {

    /**
     * One candidate is it.
     *
     * @param candidate the winner
     * @param strength how sure, over 0 and up to 1; 1 is reserved for shared identifiers
     * @param kind how it was found
     */
    record Match<C>(C candidate, double strength, Kind kind) implements Choice<C> {}

    /**
     * Several candidates are too alike to choose between.
     *
     * @param candidates the rivals, best first, at least two
     */
    record Ambiguous<C>(List<C> candidates) implements Choice<C> {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /** No candidate is it. */
    record None<C>() implements Choice<C> {}

    /** How a match was found, strongest first. */
    enum Kind {
        /** A shared identifier. */
        IDENTIFIER("identifier"),
        /** Equal keys. */
        EXACT("exact"),
        /** Similar names within the gates. */
        SIMILAR("similar");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The word for it in evidence rows. */
        public String label() {
            return label;
        }
    }
}
