package dev.producerdiscovery.web;

/** What the caller asked for is not there: answered with 404 and this message. */
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String message;

    /** @param message a sentence for the caller that names what was looked for */
    public NotFound(String message) {
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
