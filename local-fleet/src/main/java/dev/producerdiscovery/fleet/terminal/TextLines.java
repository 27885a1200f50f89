package dev.producerdiscovery.fleet.terminal;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as a terminal shows it. Terminals give East Asian letters and emoji two columns, and combining marks none (Unicode
 * Standard Annex 11, East Asian Width; the ambiguous ones are narrow, as terminals have them outside of East Asia).
 */
public final class TextLines {

    /** What a reader takes for one character: a letter with its marks, a family of emoji. */
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private static final Pattern ONLY_ASCII = Pattern.compile("[ -~]*");
    private static final Set<UnicodeScript> WIDE_SCRIPTS = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.YI);
    private static final int EMOJI_VARIATION = 0xFE0F;
    private static final int JOINER = 0x200D;
    private static final int UNKNOWN = 0xFFFD;

    private TextLines() {}

    /**
     * Replaces what would move the cursor, recolour the screen or turn the line round: names come from elsewhere. Keeps
     * the ends of lines.
     */
    static String clean(String text) {
        if (ONLY_ASCII.matcher(text).matches()) {
            return text;
        }
        StringBuilder clean = new StringBuilder();
        text.replace("\r\n", "\n").replace("\t", "    ").codePoints().forEach(letter -> {
            boolean harmful = (Character.isISOControl(letter) && letter != '\n') || turnsLine(letter);
            clean.appendCodePoint(harmful ? UNKNOWN : letter);
        });
        return clean.toString();
    }

    private static boolean turnsLine(int letter) {
        return (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
    }

    /** In columns; of a text without ends of lines. */
    static int width(String text) {
        if (ONLY_ASCII.matcher(text).matches()) {
            return text.length();
        }
        return CLUSTER.matcher(text)
                .results()
                .mapToInt(cluster -> widthOfCluster(cluster.group()))
                .sum();
    }

    private static int widthOfCluster(String cluster) {
        boolean oneEmoji = cluster.codePoints()
                .anyMatch(letter -> letter == EMOJI_VARIATION
                        || letter == JOINER
                        || Character.isEmojiPresentation(letter)
                        || Character.isEmojiModifier(letter));
        if (oneEmoji && cluster.codePoints().anyMatch(Character::isEmoji)) {
            return 2;
        }
        return cluster.codePoints().map(TextLines::widthOfLetter).sum();
    }

    private static int widthOfLetter(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            default -> isMedialJamo(letter) ? 0 : isWide(letter) ? 2 : 1;
        };
    }

    /** Vowels and finals of a Korean syllable that is written apart stand within the width of its first letter. */
    private static boolean isMedialJamo(int letter) {
        return letter >= 0x1160 && letter <= 0x11FF;
    }

    private static boolean isWide(int letter) {
        boolean halfWidthForm = (letter >= 0xFF61 && letter <= 0xFFDC) || (letter >= 0xFFE8 && letter <= 0xFFEE);
        boolean fullWidthForm = (letter >= 0xFF01 && letter <= 0xFF60) || (letter >= 0xFFE0 && letter <= 0xFFE6);
        boolean punctuation = letter >= 0x3000 && letter <= 0x303E;
        boolean enclosed = letter >= 0x3200 && letter <= 0x33FF;
        return !halfWidthForm
                && (fullWidthForm
                        || punctuation
                        || enclosed
                        || letter == 0x30FC
                        || Character.isEmojiPresentation(letter)
                        || WIDE_SCRIPTS.contains(UnicodeScript.of(letter)));
    }

    /** The text in lines of at most {@code width} columns: broken between words, and within one that is longer. */
    public static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (width(line) <= width) {
                lines.add(line);
            } else {
                String indent = indent(line, width);
                wrapLine(line.substring(indent.length()), width - indent.length())
                        .forEach(part -> lines.add(indent + part));
            }
        }
        return lines;
    }

    private static String indent(String line, int width) {
        return " "
                .repeat(Math.min(width / 2, line.length() - line.stripLeading().length()));
    }

    private static List<String> wrapLine(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && width(line + " " + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            String rest = word;
            while (width(rest) > width) {
                String head = head(rest, width);
                lines.add(head);
                rest = rest.substring(head.length());
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /** As much of the beginning as fits; at least one character, so that whoever asks again comes to an end. */
    private static String head(String text, int width) {
        Matcher cluster = CLUSTER.matcher(text);
        int end = 0;
        int used = 0;
        while (cluster.find()) {
            used += widthOfCluster(cluster.group());
            if (used > width && end > 0) {
                break;
            }
            end = cluster.end();
        }
        return text.substring(0, end);
    }
}
