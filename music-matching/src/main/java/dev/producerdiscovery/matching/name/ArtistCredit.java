package dev.producerdiscovery.matching.name;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who a credit line names.
 *
 * @param artists the main artists, the first one first; each person once
 * @param featured the guests
 * @param places recording places that stood in the line
 */
public record ArtistCredit(List<String> artists, List<String> featured, List<String> places) {

    public ArtistCredit {
        artists = List.copyOf(artists);
        featured = List.copyOf(featured);
        places = List.copyOf(places);
    }

    /** Splits a credit line without any knowledge of names; see {@link #split(String, Collection)}. */
    public static ArtistCredit split(String line) {
        return split(line, List.of());
    }

    /**
     * Splits a main credit line ("A, B feat. C"). Bands have joiners in their names, so a line that may be one
     * name stays one name, unless known names settle it.
     *
     * @param line as a source writes it; blank gives nobody
     * @param known names that exist; the longest that stands in the line is never cut. Empty when nothing is known
     */
    public static ArtistCredit split(String line, Collection<String> known) {
        return CreditLine.read(line, known);
    }

    /** Splits a list of people, as after "feat." or "prod. by", where every joiner separates two of them. */
    public static List<String> people(String list) {
        return CreditLine.people(list, List.of());
    }

    /** Splits a list of people, without cutting names that are known. */
    public static List<String> people(String list, Collection<String> known) {
        return CreditLine.people(list, known);
    }

    /** Main artists and guests, each once. */
    public List<String> everyone() {
        return Names.distinct(Stream.concat(artists.stream(), featured.stream()));
    }
}
