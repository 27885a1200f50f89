package dev.producerdiscovery.worker.budget;

import dev.producerdiscovery.worker.pgmq.NotificationListener;
import dev.producerdiscovery.worker.resilience.Pause;
import dev.producerdiscovery.worker.resilience.RedisGate;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The budgets that all replicas share. */
@AutoConfiguration(
        after = DataRedisAutoConfiguration.class,
        // By name: that package knows this one, and must not be known by it.
        afterName = "dev.producerdiscovery.worker.autoconfigure.PgmqAutoConfiguration")
@ConditionalOnBean(JdbcClient.class)
@EnableConfigurationProperties(BudgetSettings.class)
public class BudgetAutoConfiguration {

    /** Where changes of parks are notified. */
    public static final String CHANNEL = "provider_budgets";

    private static final Duration REDIS_TIMEOUT = Duration.ofMillis(500);

    @Bean
    @ConditionalOnMissingBean(ProviderBudget.class)
    RedisBuckets redisBuckets(ObjectProvider<RedisConnectionFactory> redis, Clock clock) {
        return new RedisBuckets(
                () -> {
                    RedisConnectionFactory connections = redis.getIfUnique();
                    if (connections == null) {
                        throw new IllegalStateException("there is no single Redis to share rates through");
                    }
                    return connections;
                },
                REDIS_TIMEOUT,
                clock);
    }

    @Bean
    @ConditionalOnMissingBean(ProviderBudget.class)
    ProviderBudget providerBudget(
            BudgetSettings settings,
            JdbcClient jdbc,
            RedisBuckets buckets,
            RedisGate gate,
            NotificationListener listener,
            Clock clock) {
        BudgetStore store = new BudgetStore(jdbc);
        Parks parks = new Parks(store, clock, listener::connected);
        listener.subscribe(CHANNEL, parks::reload);
        FallbackShare share = new FallbackShare(store::livingProcesses, settings.fallbackShare(), clock);
        RateLimits rates = new RateLimits(settings, buckets, gate, share, clock, Pause.real());
        return new SharedProviderBudget(parks, rates, new DailyQuotas(settings, store, parks, clock), clock);
    }
}
