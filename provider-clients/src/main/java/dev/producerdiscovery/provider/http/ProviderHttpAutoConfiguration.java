package dev.producerdiscovery.provider.http;

import dev.producerdiscovery.provider.cache.AnswerCache;
import dev.producerdiscovery.worker.budget.ProviderBudget;
import dev.producerdiscovery.worker.resilience.Pause;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

@AutoConfiguration
@EnableConfigurationProperties(ProviderSettings.class)
class ProviderHttpAutoConfiguration {

    /** Lazy, as all clients are: a service pays for, and speaks of, only the providers that it uses. */
    @Bean
    @Lazy
    ProviderHttpFactory providerHttpFactory(
            ProviderBudget budget,
            ProviderSettings settings,
            AnswerCache cache,
            ObjectProvider<Clock> clock,
            ObjectProvider<MeterRegistry> meters) {
        return new ProviderHttpFactory(
                budget,
                settings,
                cache,
                clock.getIfAvailable(Clock::systemUTC),
                () -> ThreadLocalRandom.current().nextLong(),
                Pause.real(),
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }
}
