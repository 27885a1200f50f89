package dev.producerdiscovery.provider.musicbrainz;

import java.util.Locale;
import java.util.regex.Pattern;

/** The language of MusicBrainz' searches. */
final class Lucene {

    private static final Pattern SYNTAX = Pattern.compile("[-+&|!(){}\\[\\]^\"~*?:\\\\/]");
    private static final Pattern OPERATOR = Pattern.compile("\\b(AND|OR|NOT)\\b");

    private Lucene() {}

    /** The text as words to look for, none of which is an order to the search. */
    static String words(String text) {
        String small =
                OPERATOR.matcher(text.strip()).replaceAll(word -> word.group().toLowerCase(Locale.ROOT));
        return SYNTAX.matcher(small).replaceAll("\\\\$0");
    }
}
