package dev.producerdiscovery.web.problem;

import java.io.IOException;

/** The body went on beyond what is allowed, without having announced its length. */
public final class BodyTooLong extends IOException {

    private static final long serialVersionUID = 1L;

    public BodyTooLong(long max) {
        super("The body must not be longer than %d bytes.".formatted(max));
    }
}
