package dev.producerdiscovery.provider.json;

/** An answer lacks something without which it means nothing. */
public final class MalformedAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedAnswerException(String message) {
        super(message);
    }
}
