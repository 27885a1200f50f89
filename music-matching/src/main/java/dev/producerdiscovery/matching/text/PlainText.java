package dev.producerdiscovery.matching.text;

/** Text of printable ASCII, as most names and titles are: folded without the tables of Unicode. */
final class PlainText {

    private PlainText() {}

    /** The ampersand is left out: it may begin an entity of HTML. */
    static boolean is(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char letter = raw.charAt(i);
            if (letter < ' ' || letter > '~' || letter == '&') {
                return false;
            }
        }
        return true;
    }

    /** What {@link Typography#plain} makes of any text, for text that {@link #is}. */
    static String tidy(String raw) {
        return singleSpaced(raw.replace('`', '\''));
    }

    /** What {@link Folding#fold} makes of any text, for text that {@link #is}. */
    static String fold(String raw) {
        String tidy = tidy(raw);
        StringBuilder lower = new StringBuilder(tidy.length());
        for (int i = 0; i < tidy.length(); i++) {
            char letter = tidy.charAt(i);
            lower.append(letter >= 'A' && letter <= 'Z' ? (char) (letter - 'A' + 'a') : letter);
        }
        return lower.toString();
    }

    /** Letters, digits and single spaces of ASCII, of which a key is made that cannot be made any plainer. */
    static boolean isWords(String key) {
        for (int i = 0; i < key.length(); i++) {
            char letter = key.charAt(i);
            if (letter != ' ' && (letter < '0' || letter > '9') && (letter < 'a' || letter > 'z')) {
                return false;
            }
        }
        return true;
    }

    /** With one space between words, and none around them. */
    static String singleSpaced(CharSequence text) {
        StringBuilder words = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter != ' ' || (!words.isEmpty() && words.charAt(words.length() - 1) != ' ')) {
                words.append(letter);
            }
        }
        int end = words.length();
        return words.substring(0, end > 0 && words.charAt(end - 1) == ' ' ? end - 1 : end);
    }
}
