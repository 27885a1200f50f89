package dev.producerdiscovery.provider.http;

import java.util.Optional;

/** How a provider says what. Thread-safe. */
public interface Dialect {

    Meaning judge(HttpAnswer answer);

    /** What an answer, also a good one, says about the calls after it; empty when it says nothing or all is well. */
    default Optional<Meaning.Limited> warning(HttpAnswer answer) {
        return Optional.empty();
    }
}
