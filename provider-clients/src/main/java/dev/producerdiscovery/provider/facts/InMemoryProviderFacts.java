package dev.producerdiscovery.provider.facts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Facts of this process alone, for where there is no database. */
public final class InMemoryProviderFacts implements ProviderFacts {

    private final Cache<String, String> facts;

    public InMemoryProviderFacts() {
        this(Ticker.systemTicker());
    }

    InMemoryProviderFacts(Ticker ticker) {
        this.facts = Caffeine.newBuilder()
                .expireAfterWrite(VALID.toNanos(), TimeUnit.NANOSECONDS)
                .ticker(ticker)
                .build();
    }

    @Override
    public Optional<String> find(String provider, String fact) {
        return Optional.ofNullable(facts.getIfPresent(provider + " " + fact));
    }

    @Override
    public void remember(String provider, String fact, String value) {
        facts.put(provider + " " + fact, value);
    }
}
