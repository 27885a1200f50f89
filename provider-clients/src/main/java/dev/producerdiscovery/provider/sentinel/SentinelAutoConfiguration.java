package dev.producerdiscovery.provider.sentinel;

import dev.producerdiscovery.provider.http.ProviderHttpFactory;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Watches the providers of an application that has a database to keep what was seen. */
@AutoConfiguration(
        afterName = {
            "dev.producerdiscovery.worker.autoconfigure.PgmqAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnBean({JdbcClient.class, MeterRegistry.class})
@EnableConfigurationProperties(SentinelSettings.class)
class SentinelAutoConfiguration {

    @Bean
    Sentinel providerSentinel(ProviderHttpFactory factory, SentinelSettings settings, JdbcClient jdbc) {
        return new Sentinel(factory::watches, factory::standings, settings, new CheckStore(jdbc));
    }

    @Bean
    SentinelTimer providerSentinelTimer(
            Sentinel sentinel, ProviderHttpFactory factory, SentinelSettings settings, MeterRegistry meters) {
        return new SentinelTimer(sentinel, factory::watches, settings, meters);
    }

    @Bean("providersHealthIndicator")
    HealthIndicator providersHealthIndicator(ProviderHttpFactory factory, Sentinel sentinel) {
        return new ProvidersHealth(factory::standings, sentinel::last);
    }
}
