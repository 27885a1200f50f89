package dev.producerdiscovery.matching.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Three strengths of making text comparable: {@link #tidy} for showing it, {@link #fold} without case and Latin
 * marks, and {@link #key} for equality.
 *
 * <p>Marks are removed from Latin letters only: in other scripts they tell letters apart (й is not и).
 */
public final class Folding {

    /** Latin letters that Unicode does not decompose into a base letter and a mark. */
    private static final Map<Character, String> LATIN_LETTERS = Map.ofEntries(
            Map.entry('ß', "ss"),
            Map.entry('ø', "o"),
            Map.entry('ł', "l"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "th"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('ħ', "h"),
            Map.entry('ŧ', "t"),
            Map.entry('ı', "i"),
            Map.entry('ŋ', "ng"),
            Map.entry('ə', "e"));

    private static final Pattern TRADE_MARKS = Pattern.compile("[\u00a9\u00ae\u2117\u2120\u2122]");
    private static final Pattern TRAILING_ARTICLE = Pattern.compile("^(.*\\S), (the|an?)$");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Folding() {}

    /**
     * Text as it is shown: composed, without invisible characters and doubled spaces, with plain quotes and dashes.
     *
     * @return possibly empty
     */
    public static String tidy(String raw) {
        return Normalizer.normalize(Typography.plain(raw), Normalizer.Form.NFC);
    }

    /**
     * Text without differences of case, width and Latin marks; punctuation stays.
     *
     * @return possibly empty
     */
    public static String fold(String raw) {
        return PlainText.is(raw) ? PlainText.fold(raw) : foldAny(raw);
    }

    static String foldAny(String raw) {
        String compatible = Normalizer.normalize(TRADE_MARKS.matcher(raw).replaceAll(""), Normalizer.Form.NFKC);
        StringBuilder lower = new StringBuilder();
        Typography.plainOfAny(compatible)
                .toUpperCase(Locale.ROOT)
                // One by one, because String.toLowerCase makes a final sigma depend on its neighbours.
                .codePoints()
                .map(Character::toLowerCase)
                .forEach(lower::appendCodePoint);
        return withoutLatinMarks(lower.toString());
    }

    /**
     * The comparison key: two texts are taken for the same name or title exactly when their keys are equal.
     * Text of nothing but symbols keeps them, so that only text without any visible character has an empty key.
     * Applying it twice changes nothing.
     *
     * @return lower-case words separated by single spaces
     */
    public static String key(String raw) {
        String key = keyOnce(raw);
        if (PlainText.isWords(key)) {
            return key;
        }
        // A few letters fold in two steps; without the second one, a stored key would not find itself again.
        String again = keyOnce(key);
        return again.equals(key) ? key : keyOnce(again);
    }

    private static String keyOnce(String raw) {
        String folded = articleFirst(fold(raw));
        String words = KeyWords.of(folded);
        if (!words.isEmpty()) {
            return words;
        }
        return folded.isEmpty() ? tidy(raw) : folded;
    }

    private static String articleFirst(String folded) {
        return folded.contains(", ") ? TRAILING_ARTICLE.matcher(folded).replaceFirst("$2 $1") : folded;
    }

    /** The words of a key, in their order. */
    public static List<String> words(String key) {
        return SPACES.splitAsStream(key).filter(word -> !word.isEmpty()).toList();
    }

    private static String withoutLatinMarks(String lower) {
        String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder(decomposed.length());
        boolean[] afterLatin = {false};
        decomposed.codePoints().forEach(codePoint -> {
            int type = Character.getType(codePoint);
            if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
                if (!afterLatin[0]) {
                    out.appendCodePoint(codePoint);
                }
                return;
            }
            Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
            afterLatin[0] = script == Character.UnicodeScript.LATIN || script == Character.UnicodeScript.COMMON;
            String letter = codePoint <= 0xffff ? LATIN_LETTERS.get((char) codePoint) : null;
            if (letter == null) {
                out.appendCodePoint(codePoint);
            } else {
                out.append(letter);
            }
        });
        String composed = Normalizer.normalize(out, Normalizer.Form.NFKC);
        return SPACES.matcher(composed).replaceAll(" ").strip();
    }
}
