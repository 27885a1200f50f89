package dev.producerdiscovery.worker.example;

import org.jspecify.annotations.Nullable;

/** The body of a message in the queue {@code greeting}. */
record GreetingMessage(@Nullable String name) {

    GreetingMessage {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("name must be a text, but is " + name);
        }
    }
}
