package dev.producerdiscovery.matching.title;

import dev.producerdiscovery.matching.name.ArtistCredit;
import dev.producerdiscovery.matching.name.Names;
import dev.producerdiscovery.matching.text.Folding;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line "Artist - Title", as uploads and Discogs' search write it.
 *
 * @param artists the main artists; empty when the line has no dash
 * @param featured guests of either side, without the main artists
 * @param producers producers named on either side
 * @param title the part after the first dash, taken apart
 */
public record CreditedTitle(List<String> artists, List<String> featured, List<String> producers, Title title) {

    private static final Pattern TRACK_NUMBER = Pattern.compile("^\\d{1,3}(?:[.)]\\s+|\\s+-\\s+)(?=.*\\s-\\s)");
    private static final Pattern LINE = Pattern.compile("^(\\S.*?)\\s+-\\s+(\\S.*)$");

    public CreditedTitle {
        artists = List.copyOf(artists);
        featured = List.copyOf(featured);
        producers = List.copyOf(producers);
    }

    /** Reads a line without any knowledge of names. */
    public static CreditedTitle parse(String line) {
        return parse(line, List.of());
    }

    /**
     * Reads a line.
     *
     * @param known names that exist and must not be cut
     * @throws IllegalArgumentException when the line holds no visible character
     */
    public static CreditedTitle parse(String line, Collection<String> known) {
        String tidy = TRACK_NUMBER.matcher(Folding.tidy(line)).replaceFirst("");
        Matcher parts = LINE.matcher(tidy);
        if (!parts.matches()) {
            Title title = TitleParser.parse(tidy);
            return new CreditedTitle(List.of(), title.featured(), title.producersNamed(), title);
        }
        Title title = TitleParser.parse(parts.group(2));
        Title artist = TitleParser.parse(parts.group(1));
        ArtistCredit credit = ArtistCredit.split(artist.song(), known);
        List<String> guests = Names.without(
                Stream.of(artist.featured(), credit.featured(), title.featured())
                        .flatMap(List::stream),
                credit.artists());
        Stream<String> producers = Stream.concat(artist.producersNamed().stream(), title.producersNamed().stream());
        return new CreditedTitle(credit.artists(), guests, Names.distinct(producers), title);
    }
}
