package dev.producerdiscovery.provider.http;

import dev.producerdiscovery.provider.cache.Validators;
import java.util.Optional;

/**
 * What a provider answered.
 *
 * @param warning when it says with its answer that further calls would be too many
 */
record Heard(Verdict verdict, Validators validators, Optional<Verdict.Limited> warning) {

    static Heard nothing(String problem) {
        return of(new Verdict.Broken(problem));
    }

    /** When nothing else was heard. */
    static Heard of(Verdict verdict) {
        return new Heard(verdict, Validators.none(), Optional.empty());
    }
}
