package dev.producerdiscovery.worker.engine;

import org.jspecify.annotations.Nullable;

/** The message of the tests' workers. */
public record Note(@Nullable String value) {

    public Note {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("value must be a text, but is " + value);
        }
    }

    public String text() {
        return String.valueOf(value);
    }
}
