package dev.producerdiscovery.worker.failure;

import org.jspecify.annotations.Nullable;

/** May pass by itself (time-out, dropped connection, deadlock): tried again later, and counted as an attempt. */
public final class TransientFailure extends WorkFailure {

    private static final long serialVersionUID = 1L;

    public TransientFailure(String message) {
        this(message, null);
    }

    public TransientFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
