package dev.producerdiscovery.fleet.process;

import org.jspecify.annotations.Nullable;

/** Something a person at the terminal has to know; the message says what happened, to what, and where to look. */
public class FleetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FleetException(String message) {
        this(message, null);
    }

    public FleetException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
