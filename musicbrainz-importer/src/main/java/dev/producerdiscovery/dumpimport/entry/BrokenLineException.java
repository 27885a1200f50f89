package dev.producerdiscovery.dumpimport.entry;

/** A line is JSON, but no release, work or artist. */
public final class BrokenLineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenLineException(String message) {
        super(message);
    }
}
