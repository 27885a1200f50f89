package dev.producerdiscovery.matching.title;

import dev.producerdiscovery.matching.name.ArtistCredit;
import dev.producerdiscovery.matching.title.VersionPhrase.Word;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds who made a version: the words before "Remix", or those after "Remix by". */
final class VersionAuthors {

    private static final Pattern POSSESSIVE = Pattern.compile("'s?$");
    /** The name that a remixer gave the version, as in "Someone's 'Midnight' Remix". */
    private static final Pattern QUOTED = Pattern.compile("(?:^|\\s)(?:'[^']+'|\"[^\"]+\")(?=\\s|$)");

    private VersionAuthors() {}

    static List<String> of(VersionPhrase phrase) {
        List<Word> words = phrase.words();
        int mark = firstNamingWord(words);
        if (mark < 0) {
            return List.of();
        }
        List<String> before = names(words.subList(0, mark));
        if (!before.isEmpty()) {
            return before;
        }
        int by = mark + 1;
        while (by < words.size() && words.get(by).entry() != null) {
            by++;
        }
        return by < words.size() && words.get(by).key().equals("by")
                ? names(words.subList(by + 1, words.size()))
                : List.of();
    }

    private static int firstNamingWord(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            VersionWords.Entry entry = words.get(i).entry();
            if (entry != null && entry.type().takesName()) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> names(List<Word> words) {
        int end = words.size();
        while (end > 0 && words.get(end - 1).isKnown()) {
            end--;
        }
        int start = 0;
        while (start < end
                && (words.get(start).isYear() || (words.get(start).key().equals("the") && end - start > 2))) {
            start++;
        }
        String raw = words.subList(start, end).stream().map(Word::raw).collect(Collectors.joining(" "));
        String name =
                POSSESSIVE.matcher(QUOTED.matcher(raw).replaceAll("").strip()).replaceFirst("");
        return ArtistCredit.people(name);
    }
}
