package dev.producerdiscovery.simulator.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as a search engine sees it. */
public final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`]");

    private Words() {}

    /** Lower case, without marks; letters that Unicode does not decompose are spelt out. */
    public static String fold(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return plain.replace("ø", "o")
                .replace("æ", "ae")
                .replace("å", "a")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ð", "d")
                .replace("þ", "th")
                .replace("ß", "ss")
                .replace("$", "s");
    }

    public static List<String> of(String text) {
        String folded = APOSTROPHES.matcher(fold(text)).replaceAll("");
        return Arrays.stream(BETWEEN_WORDS.split(folded))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether one can be taken for the other mistyped: one slip in four letters, two in eight. */
    static boolean alike(String one, String other) {
        int slips = one.length() >= 8 ? 2 : one.length() >= 4 ? 1 : 0;
        return slips > 0 && Math.abs(one.length() - other.length()) <= slips && distance(one, other) <= slips;
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
