package dev.producerdiscovery.web.access;

import java.util.regex.Pattern;

/** A configured token protects nothing, or could not be sent. The message never has the token. */
final class UnfitToken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final int SHORTEST = 16;
    /** What a header can carry, without the space around it. */
    private static final Pattern SENDABLE = Pattern.compile("[!-~]*");

    private UnfitToken(String message) {
        super(message);
    }

    /** @param token empty when none is configured */
    static void check(String variable, String token) {
        if (!SENDABLE.matcher(token).matches()) {
            throw new UnfitToken(
                    variable + " has characters that no header can carry, such as spaces, letters with accents "
                            + "or invisible ones that came along when it was copied.");
        }
        if (!token.isEmpty() && token.length() < SHORTEST) {
            throw new UnfitToken("%s has %d characters; shorter than %d it could be guessed."
                    .formatted(variable, token.length(), SHORTEST));
        }
    }

    static void checkDifferent(String operator, String reader) {
        if (!operator.isEmpty() && operator.equals(reader)) {
            throw new UnfitToken(
                    "PRODUCER_DISCOVERY_READER_TOKEN is the operator's token, so every reader could change "
                            + "everything.");
        }
    }
}
