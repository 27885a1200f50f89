package dev.producerdiscovery.provider.facts;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Facts of this process alone, for where there is no database. */
public final class InMemoryProviderFacts implements ProviderFacts {

    private final Map<String, String> facts = new ConcurrentHashMap<>();

    @Override
    public Optional<String> find(String provider, String fact) {
        return Optional.ofNullable(facts.get(provider + " " + fact));
    }

    @Override
    public void remember(String provider, String fact, String value) {
        facts.put(provider + " " + fact, value);
    }
}
