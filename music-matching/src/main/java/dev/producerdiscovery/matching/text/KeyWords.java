package dev.producerdiscovery.matching.text;

import java.util.regex.Pattern;

/** Words of folded text, with the spellings joined that differ only in punctuation. */
final class KeyWords {

    /** The full stop between initials: "J. R. Doe" and "J.R. Doe" are one name, "U.N.C." and "UNC" one abbreviation. */
    private static final Pattern INITIAL =
            Pattern.compile("(?<=(?<![\\p{L}\\p{N}'])\\p{L}|(?<=\\.)\\p{L})\\.\\s?(?=\\p{L}(?:\\.|\\s|$))");

    private KeyWords() {}

    static String of(String folded) {
        StringBuilder out = new StringBuilder(folded.length());
        int[] codePoints = withoutInitials(folded).codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            int before = i > 0 ? codePoints[i - 1] : ' ';
            int after = i + 1 < codePoints.length ? codePoints[i + 1] : ' ';
            append(out, before, codePoints[i], after);
        }
        return PlainText.singleSpaced(out);
    }

    private static String withoutInitials(String folded) {
        return folded.indexOf('.') < 0 ? folded : INITIAL.matcher(folded).replaceAll("");
    }

    private static void append(StringBuilder out, int before, int codePoint, int after) {
        if (isWordPart(codePoint)) {
            out.appendCodePoint(codePoint);
            return;
        }
        switch (codePoint) {
            case '\'', '*' -> {}
            case '&' -> out.append(" and ");
            case '+' -> out.append(before == ' ' && after == ' ' && !out.isEmpty() ? " and " : " ");
            // A stage name's dollar sign stands for an s, an exclamation mark within a word for an i.
            case '$' -> out.append(Character.isLetter(before) || Character.isLetter(after) ? "s" : " ");
            case '!' -> out.append(Character.isLetter(before) && Character.isLetter(after) ? "i" : " ");
            default -> out.append(' ');
        }
    }

    private static boolean isWordPart(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isLetterOrDigit(codePoint)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.LETTER_NUMBER;
    }
}
