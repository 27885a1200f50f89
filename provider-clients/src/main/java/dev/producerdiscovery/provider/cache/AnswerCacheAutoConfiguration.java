package dev.producerdiscovery.provider.cache;

import dev.producerdiscovery.provider.SharedRedis;
import dev.producerdiscovery.worker.resilience.RedisGate;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.redis.connection.RedisConnectionFactory;

@AutoConfiguration
@EnableConfigurationProperties(CacheSettings.class)
class AnswerCacheAutoConfiguration {

    @Bean
    @Lazy
    AnswerCache answerCache(
            CacheSettings settings,
            ObjectProvider<RedisConnectionFactory> redis,
            ObjectProvider<RedisGate> gate,
            ObjectProvider<Clock> clock,
            ObjectProvider<MeterRegistry> meters) {
        RedisConnectionFactory connections = redis.getIfUnique();
        RedisGate way = gate.getIfAvailable();
        return new AnswerCache(
                settings,
                connections == null || way == null
                        ? SharedAnswers.none()
                        : new RedisAnswers(SharedRedis.template(connections), way),
                clock.getIfAvailable(Clock::systemUTC),
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }
}
