package dev.producerdiscovery.worker.failure;

import org.jspecify.annotations.Nullable;

/** Trying again cannot help (bad message, unknown id, contradiction): dead letter at once, with this message as reason. */
public final class PermanentFailure extends WorkFailure {

    private static final long serialVersionUID = 1L;

    public PermanentFailure(String message) {
        this(message, null);
    }

    public PermanentFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
