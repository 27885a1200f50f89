package dev.producerdiscovery.dumpimport.file;

/** The import cannot go on; the message says why, and what becomes of it. */
public final class ImportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ImportException(String message) {
        super(message);
    }

    public ImportException(String message, Throwable cause) {
        super(message, cause);
    }
}
