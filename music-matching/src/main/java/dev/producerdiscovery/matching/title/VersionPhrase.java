package dev.producerdiscovery.matching.title;

import dev.producerdiscovery.matching.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of a stretch that may speak of a version, each marked with what it means. */
record VersionPhrase(List<Word> words) {

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{2}s?");

    /**
     * @param raw as written
     * @param key for comparison, may hold several words ("re edit")
     * @param entry what it means in the vocabulary; null for a word that is not in it
     */
    record Word(String raw, String key, VersionWords.@Nullable Entry entry) {

        boolean isYear() {
            return YEAR.matcher(key).matches()
                    || (raw.startsWith("'") && SHORT_YEAR.matcher(key).matches());
        }

        boolean isKnown() {
            return entry != null || VersionWords.isDescriptor(key) || isYear();
        }

        boolean ends() {
            return raw.endsWith(",") || raw.endsWith(":");
        }

        boolean connects() {
            return VersionWords.CONNECTORS.contains(key) || raw.startsWith("@");
        }
    }

    static VersionPhrase of(String text) {
        List<Word> plain = Folding.words(text).stream()
                .map(raw -> new Word(raw, Folding.key(raw), null))
                .filter(word -> word.key().codePoints().anyMatch(Character::isLetterOrDigit)
                        || word.raw().equals("@"))
                .toList();
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < plain.size()) {
            Word longest = longestAt(plain, at);
            words.add(longest);
            at += Folding.words(longest.raw()).size();
        }
        return new VersionPhrase(List.copyOf(words));
    }

    private static Word longestAt(List<Word> plain, int at) {
        for (int length = Math.min(VersionWords.LONGEST_PHRASE, plain.size() - at); length > 0; length--) {
            List<Word> part = plain.subList(at, at + length);
            String key = part.stream().map(Word::key).collect(Collectors.joining(" "));
            VersionWords.Entry entry = VersionWords.find(key);
            if (entry != null) {
                return new Word(part.stream().map(Word::raw).collect(Collectors.joining(" ")), key, entry);
            }
        }
        return plain.get(at);
    }

    @Nullable
    Integer year() {
        return words.stream()
                .filter(word -> YEAR.matcher(word.key()).matches())
                .map(word -> Integer.valueOf(word.key()))
                .findFirst()
                .orElse(null);
    }

    boolean isYearOnly() {
        return !words.isEmpty() && words.stream().allMatch(Word::isYear);
    }
}
