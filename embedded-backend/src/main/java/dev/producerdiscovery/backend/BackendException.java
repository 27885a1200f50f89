package dev.producerdiscovery.backend;

/** A server of the local backend could not be started or stopped; the message says which and why. */
public final class BackendException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BackendException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
