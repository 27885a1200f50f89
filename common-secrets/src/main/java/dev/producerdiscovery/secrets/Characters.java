package dev.producerdiscovery.secrets;

import java.util.Optional;

/** Characters that a pasted setting or a provider's answer may hold without anybody seeing it. */
public final class Characters {

    private Characters() {}

    /** Whether an HTTP header can carry the text: visible ASCII, and blanks within. */
    public static boolean fitHeader(String text) {
        return firstOutside(text, true).isEmpty();
    }

    /**
     * Says which character is wrong and where, and nothing of the others; empty when all are fine.
     *
     * @param ascii whether letters of other scripts are wrong, too
     */
    static Optional<String> firstOutside(String text, boolean ascii) {
        int position = 1;
        for (int i = 0; i < text.length(); position++) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            Optional<String> kind = kind(character, ascii);
            if (kind.isPresent()) {
                return Optional.of("%s (U+%04X) at position %d".formatted(kind.get(), character, position));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> kind(int character, boolean ascii) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> Optional.of("a control character");
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                Optional.of("an invisible character");
            case Character.SPACE_SEPARATOR -> character == ' ' ? Optional.empty() : Optional.of("an unusual blank");
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
                Optional.of("a character that is none");
            default -> ascii && character > '~' ? Optional.of("a character outside ASCII") : Optional.empty();
        };
    }
}
