package dev.producerdiscovery.provider.facts;

import java.time.Duration;
import java.util.Optional;

/** Learned facts about providers, shared by all replicas as far as the database is reachable. Thread-safe; never fails. */
public interface ProviderFacts {

    /** An app may be granted more, or lose it: what nobody has seen for this long is asked again. */
    Duration VALID = Duration.ofDays(7);

    /** The value learned last, if it is not so old that it should be learned anew. */
    Optional<String> find(String provider, String fact);

    void remember(String provider, String fact, String value);
}
