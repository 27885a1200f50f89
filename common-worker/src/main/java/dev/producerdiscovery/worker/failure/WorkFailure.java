package dev.producerdiscovery.worker.failure;

import org.jspecify.annotations.Nullable;

/** A failure whose kind is known. Anything else that a handler throws is treated as a defect. */
public abstract sealed class WorkFailure extends RuntimeException
        permits TransientFailure, ThrottledFailure, PermanentFailure {

    private static final long serialVersionUID = 1L;

    WorkFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
