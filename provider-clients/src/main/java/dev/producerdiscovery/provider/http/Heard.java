package dev.producerdiscovery.provider.http;

import dev.producerdiscovery.provider.cache.Validators;
import java.util.Optional;

/**
 * What a provider answered.
 *
 * @param warning when it says with its answer that further calls would be too many
 */
record Heard(Meaning meaning, Validators validators, Optional<Meaning.Limited> warning) {

    static Heard nothing(String problem) {
        return of(new Meaning.Broken(problem));
    }

    /** When nothing else was heard. */
    static Heard of(Meaning meaning) {
        return new Heard(meaning, Validators.none(), Optional.empty());
    }
}
