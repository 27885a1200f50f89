package dev.producerdiscovery.artistdiscovery;

import dev.producerdiscovery.web.InvalidField;
import org.jspecify.annotations.Nullable;

/** What a text typed by a person may look like. */
final class Text {

    static final int MAX_LENGTH = 200;

    private Text() {}

    /**
     * The text without blanks around it; null when it was not given.
     *
     * @throws InvalidField naming {@code field} when the text is blank, too long or cannot be meant
     */
    static @Nullable String checked(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (isInvisible(text)) {
            throw new InvalidField(field, "must not be blank");
        }
        if (text.length() > MAX_LENGTH) {
            throw new InvalidField(
                    field, "must be at most " + MAX_LENGTH + " characters long, but has " + text.length());
        }
        if (text.codePoints().anyMatch(Text::isUnprintable)) {
            throw new InvalidField(field, "must not contain control characters");
        }
        return text.strip();
    }

    /** Whether nothing of the text could be seen on paper. Providers send such names, too. */
    static boolean isInvisible(String text) {
        return text.codePoints()
                .allMatch(codePoint -> Character.isWhitespace(codePoint)
                        || Character.isSpaceChar(codePoint)
                        || Character.getType(codePoint) == Character.FORMAT);
    }

    /** Half a surrogate pair is no character, and the database refuses it as it refuses a zero byte. */
    private static boolean isUnprintable(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }
}
