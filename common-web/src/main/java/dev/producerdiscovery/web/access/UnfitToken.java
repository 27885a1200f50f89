package dev.producerdiscovery.web.access;

/** A configured token protects nothing. The message never has the token; that it can be sent was checked before. */
final class UnfitToken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final int SHORTEST = 16;

    private UnfitToken(String message) {
        super(message);
    }

    /** @param token empty when none is configured */
    static void check(String variable, String token) {
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
