package dev.producerdiscovery.provider.facts;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

@AutoConfiguration
class ProviderFactsAutoConfiguration {

    @Bean
    @Lazy
    ProviderFacts providerFacts(ObjectProvider<JdbcClient> jdbc, ObjectProvider<Clock> clock) {
        JdbcClient client = jdbc.getIfAvailable();
        return client == null
                ? new InMemoryProviderFacts()
                : new StoredProviderFacts(client, clock.getIfAvailable(Clock::systemUTC), Ticker.systemTicker());
    }
}
