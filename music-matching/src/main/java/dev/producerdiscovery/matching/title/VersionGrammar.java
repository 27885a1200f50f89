package dev.producerdiscovery.matching.title;

import dev.producerdiscovery.matching.title.VersionPhrase.Word;
import dev.producerdiscovery.matching.title.VersionWords.Strength;
import java.util.List;
import java.util.Set;

/** Tells "(Someone Edit)" and "(Live at the Arena)" from titles that happen to use the same words. */
final class VersionGrammar {

    /** A stretch that begins like this is a sentence, not a name with a version word after it. */
    private static final Set<String> SENTENCE_STARTS = Set.of(
            "in", "on", "to", "for", "i", "im", "you", "we", "or", "with", "without", "dont", "lets", "if", "when",
            "is", "its", "a", "this", "no", "not");

    /** "Live in the moment", "live for you": after these, the connector does not lead to a place. */
    private static final Set<String> NO_PLACE = Set.of("my", "your", "me", "you", "love", "moment", "life", "us", "it");

    /** Longer stretches before a version word are not a name. */
    private static final int LONGEST_NAME = 8;

    private VersionGrammar() {}

    static boolean speaksOfVersion(VersionPhrase phrase) {
        List<Word> words = phrase.words();
        if (words.isEmpty() || words.stream().noneMatch(word -> word.entry() != null)) {
            return false;
        }
        return words.stream().allMatch(Word::isKnown)
                || words.stream().anyMatch(word -> hasStrength(word, Strength.ALWAYS))
                || endsAsVersion(words)
                || beginsAsVersion(words);
    }

    private static boolean endsAsVersion(List<Word> words) {
        int last = words.size() - 1;
        while (last >= 0
                && !hasStrength(words.get(last), Strength.AT_END)
                && words.get(last).isKnown()) {
            last--;
        }
        return last >= 0
                && hasStrength(words.get(last), Strength.AT_END)
                && last <= LONGEST_NAME
                && !SENTENCE_STARTS.contains(words.getFirst().key());
    }

    private static boolean beginsAsVersion(List<Word> words) {
        int next = 0;
        while (next < words.size() && words.get(next).isKnown()) {
            next++;
        }
        if (next == 0
                || next == words.size()
                || words.subList(0, next).stream().noneMatch(word -> word.entry() != null)) {
            return false;
        }
        Word word = words.get(next);
        boolean leadsOn = word.connects() && !leadsNowhere(words, next + 1);
        boolean foreignOrder = next == 1 && words.size() <= 3 && isVersionWord(words.getFirst()) && !word.connects();
        return foreignOrder || leadsOn || words.get(next - 1).ends() || severalMarks(words.subList(0, next));
    }

    private static boolean leadsNowhere(List<Word> words, int from) {
        int at = from;
        while (at < words.size() && words.get(at).key().equals("the")) {
            at++;
        }
        return at < words.size() && NO_PLACE.contains(words.get(at).key());
    }

    /** "Version acoustique": some languages put the description last. */
    private static boolean isVersionWord(Word word) {
        VersionWords.Entry entry = word.entry();
        return entry != null && entry.type() == VersionType.VERSION && entry.strength() == Strength.AT_END;
    }

    private static boolean severalMarks(List<Word> words) {
        return words.stream().filter(word -> word.entry() != null).count() > 1;
    }

    private static boolean hasStrength(Word word, Strength strength) {
        VersionWords.Entry entry = word.entry();
        return entry != null && entry.strength() == strength;
    }
}
