package dev.producerdiscovery.matching.text;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One way of writing for marks that look alike: quotes, dashes, spaces, and characters that nobody sees. */
final class Typography {

    private static final String APOSTROPHES = "\u2018\u2019\u201a\u201b\u02bc\u02bb`\u00b4\u2032";
    private static final String QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033";
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63";
    private static final String HANGUL_FILLERS = "\u115f\u1160\u3164\uffa0";

    /** Providers that pass on web pages leak these. */
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(\\d{1,6})|#[xX]([0-9a-fA-F]{1,5})|(amp|quot|apos|lt|gt|nbsp));");

    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "quot", "\"", "apos", "'", "lt", "<", "gt", ">", "nbsp", " ");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Typography() {}

    static String plain(String raw) {
        return PlainText.is(raw) ? PlainText.tidy(raw) : plainOfAny(raw);
    }

    static String plainOfAny(String raw) {
        String decoded = raw.indexOf('&') < 0 ? raw : ENTITY.matcher(raw).replaceAll(Typography::decode);
        StringBuilder out = new StringBuilder(decoded.length());
        decoded.codePoints().forEach(codePoint -> appendPlain(out, codePoint));
        return SPACES.matcher(out).replaceAll(" ").strip();
    }

    private static void appendPlain(StringBuilder out, int codePoint) {
        if (isInvisible(codePoint)) {
            return;
        }
        if (Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)) {
            out.append(' ');
        } else if (APOSTROPHES.indexOf(codePoint) >= 0) {
            out.append('\'');
        } else if (QUOTES.indexOf(codePoint) >= 0) {
            out.append('"');
        } else if (DASHES.indexOf(codePoint) >= 0) {
            out.append('-');
        } else if (codePoint >= 0xff01 && codePoint <= 0xff5e) {
            // Full-width forms of ASCII, usual in East Asian titles: the brackets and commas among them separate.
            out.append((char) (codePoint - 0xff01 + '!'));
        } else {
            out.appendCodePoint(codePoint);
        }
    }

    private static boolean isInvisible(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                || (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
                || (codePoint >= 0xe0100 && codePoint <= 0xe01ef)
                || codePoint == 0x034f
                || HANGUL_FILLERS.indexOf(codePoint) >= 0;
    }

    private static String decode(MatchResult entity) {
        String named = entity.group(3);
        if (named != null) {
            return Matcher.quoteReplacement(ENTITIES.getOrDefault(named, named));
        }
        int codePoint =
                entity.group(1) != null ? Integer.parseInt(entity.group(1)) : Integer.parseInt(entity.group(2), 16);
        return Character.isValidCodePoint(codePoint) ? Matcher.quoteReplacement(Character.toString(codePoint)) : "";
    }
}
