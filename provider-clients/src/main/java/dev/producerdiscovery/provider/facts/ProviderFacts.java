package dev.producerdiscovery.provider.facts;

import java.util.Optional;

/** Learned facts about providers, shared by all replicas as far as the database is reachable. Thread-safe; never fails. */
public interface ProviderFacts {

    /** The value learned last, if it is not so old that it should be learned anew. */
    Optional<String> find(String provider, String fact);

    void remember(String provider, String fact, String value);
}
