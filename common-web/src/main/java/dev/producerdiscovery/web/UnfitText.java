package dev.producerdiscovery.web;

/**
 * What looks like text but is none: the character NUL, which the database stores nowhere; half a pair of surrogates; and
 * U+FFFD, which stands for bytes that were no UTF-8. It is refused where it comes in, because further in it would either
 * fail or be changed without a word.
 */
public final class UnfitText {

    /** Completes the sentence that starts with the field's name. */
    public static final String REASON = "must be valid text, without NUL and without half characters";

    private UnfitText() {}

    public static boolean isUnfit(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\0' || c == '\uFFFD' || Character.isLowSurrogate(c)) {
                return true;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return true;
                }
            }
        }
        return false;
    }
}
