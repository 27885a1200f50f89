package dev.producerdiscovery.provider.facts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Facts in the table provider_facts, read at most every few seconds. When the database cannot be asked, what this process
 * has learned itself still holds: a fact saves calls, it does not decide results.
 */
final class StoredProviderFacts implements ProviderFacts {

    private static final Logger log = LoggerFactory.getLogger(StoredProviderFacts.class);
    private static final Duration REFRESH = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cache<String, String> own;
    private final LoadingCache<String, Map<String, String>> stored;

    StoredProviderFacts(JdbcClient jdbc, Clock clock, Ticker ticker) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.own = Caffeine.newBuilder()
                .expireAfterWrite(VALID.toNanos(), TimeUnit.NANOSECONDS)
                .ticker(ticker)
                .build();
        this.stored = Caffeine.newBuilder()
                .expireAfterWrite(REFRESH.toNanos(), TimeUnit.NANOSECONDS)
                .ticker(ticker)
                .build(this::load);
    }

    @Override
    public Optional<String> find(String provider, String fact) {
        return Optional.ofNullable(stored.get(provider).get(fact))
                .or(() -> Optional.ofNullable(own.getIfPresent(provider + " " + fact)));
    }

    @Override
    public void remember(String provider, String fact, String value) {
        own.put(provider + " " + fact, value);
        if (value.equals(stored.get(provider).get(fact))) {
            return;
        }
        try {
            jdbc.sql("""
                            select record_provider_fact(
                                cast(:provider as text),
                                cast(:fact as text),
                                cast(:value as text),
                                cast(:now as timestamptz))
                            """)
                    .param("provider", provider)
                    .param("fact", fact)
                    .param("value", value)
                    .param("now", now())
                    .query()
                    .listOfRows();
        } catch (DataAccessException e) {
            log.debug("{} of {} is known to this process only", fact, provider, e);
        }
        stored.invalidate(provider);
    }

    private Map<String, String> load(String provider) {
        try {
            return jdbc
                    .sql("""
                            select fact, value
                            from provider_facts
                            where provider = cast(:provider as text)
                            and observed_at > cast(:since as timestamptz)
                            """)
                    .param("provider", provider)
                    .param("since", now().minus(VALID))
                    .query((row, number) -> Map.entry(row.getString("fact"), row.getString("value")))
                    .list()
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (DataAccessException e) {
            log.debug("The facts about {} cannot be read; this process goes by its own", provider, e);
            return Map.of();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
