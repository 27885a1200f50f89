package dev.producerdiscovery.provider.http;

import java.util.Optional;

/** How a provider says what. Thread-safe. */
public interface Dialect {

    Verdict judge(Answer answer);

    /** What an answer, also a good one, says about the calls after it; empty when it says nothing or all is well. */
    default Optional<Verdict.Limited> warning(Answer answer) {
        return Optional.empty();
    }
}
