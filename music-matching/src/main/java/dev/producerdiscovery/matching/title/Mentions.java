package dev.producerdiscovery.matching.title;

import dev.producerdiscovery.matching.name.ArtistCredit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * People whom running text names after "feat." or "prod. by", and the text before them.
 *
 * @param left the text without the mentions
 * @param featured guests
 * @param producers producers
 */
record Mentions(String left, List<String> featured, List<String> producers) {

    /** "50,000 ft." is a height and "feat of clay" a deed. */
    private static final Pattern FEATURING = Pattern.compile(
            "(?:^|\\s+)(?<!\\d\\s)(?:feat(?:uring)?\\b[.:]?|ft\\b[.:]?|f/|w/)\\s*(?!of\\b)(?=[^\\s.)])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PRODUCED = Pattern.compile(
            "(?:^|\\s+)(?:(?:co-?)?produced\\s+by\\b:?|(?:co-?)?prod\\s*\\.?\\s*by\\b[.:]?|prod\\.:?)\\s*(?=[^\\s.)])",
            Pattern.CASE_INSENSITIVE);

    /** In brackets even the bare word says it. */
    private static final Pattern PRODUCED_BRACKETED = Pattern.compile(
            "^(?:(?:co-?|additional\\s+)?(?:prod(?:uced|uction)?|beat)\\b\\.?)\\s*(?:by\\b)?[.:]?\\s*(?=[^\\s.)])",
            Pattern.CASE_INSENSITIVE);

    /** Lower-case "with" and its sisters before a capital: "(with Someone)", but not "(With Love)". */
    private static final Pattern WITH = Pattern.compile(
            "^(?:with|con|avec|mit|met)\\s+(?!(?:You|Me|Us|U|Love|My|Your|The|A|An|All|No)\\b)(?=[^\\p{Ll}\\s])");

    static Mentions none(String text) {
        return new Mentions(text, List.of(), List.of());
    }

    /** Reads running text, where the words before the first mention are the title. */
    static Mentions inText(String text) {
        Matcher produced = PRODUCED.matcher(text);
        if (produced.find()) {
            return splitAt(text, produced, false);
        }
        Matcher featuring = FEATURING.matcher(text);
        return featuring.find() ? splitAt(text, featuring, true) : none(text);
    }

    /** Reads a stretch in brackets or after a dash, which may be nothing but a mention. */
    static Mentions inStretch(String text) {
        if (text.contains("type beat")) {
            return none(text);
        }
        Matcher with = WITH.matcher(text);
        if (with.find()) {
            return splitAt(text, with, true);
        }
        Matcher produced = PRODUCED_BRACKETED.matcher(text);
        return produced.find() ? splitAt(text, produced, false) : inText(text);
    }

    private static Mentions splitAt(String text, Matcher mark, boolean guests) {
        Mentions before = inText(text.substring(0, mark.start()));
        Mentions after = inText(text.substring(mark.end()));
        List<String> named = ArtistCredit.people(after.left());
        return new Mentions(
                before.left(),
                joined(before.featured(), guests ? named : List.of(), after.featured()),
                joined(before.producers(), guests ? List.of() : named, after.producers()));
    }

    private static List<String> joined(List<String> before, List<String> named, List<String> after) {
        return Stream.of(before, named, after).flatMap(List::stream).toList();
    }
}
