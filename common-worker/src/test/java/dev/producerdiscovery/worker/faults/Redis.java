package dev.producerdiscovery.worker.faults;

import dev.producerdiscovery.worker.dedup.Deduplication;
import dev.producerdiscovery.worker.dedup.RedisDeduplication;
import dev.producerdiscovery.worker.pgmq.PgmqClient;
import dev.producerdiscovery.worker.resilience.Outage;
import dev.producerdiscovery.worker.resilience.RedisGate;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A client of Redis. */
final class Redis implements AutoCloseable {

    private final LettuceConnectionFactory factory;
    private final StringRedisTemplate template;

    private Redis(String url, Duration timeout) {
        factory = new LettuceConnectionFactory(
                LettuceConnectionFactory.createRedisConfiguration(url),
                LettuceClientConfiguration.builder()
                        .commandTimeout(timeout)
                        .shutdownTimeout(Duration.ZERO)
                        .build());
        factory.afterPropertiesSet();
        factory.start();
        template = new StringRedisTemplate(factory);
    }

    /** As a service has it, which must not wait for long. */
    static Redis of(String url) {
        return new Redis(url, Duration.ofMillis(500));
    }

    /** The same, through a proxy before the server. */
    static Redis behind(int proxy, String url) {
        return of(url.replace(":" + port(url) + "/", ":" + proxy + "/"));
    }

    /** For the test itself. */
    static Redis patient(String url) {
        return new Redis(url, Duration.ofSeconds(20));
    }

    static int port(String url) {
        return URI.create(url).getPort();
    }

    StringRedisTemplate template() {
        return template;
    }

    /** As a service has it: one gate a process. */
    Deduplication marks(PgmqClient queues) {
        Clock clock = Clock.systemUTC();
        RedisGate gate = new RedisGate(new Outage("Redis", "The test goes on.", clock), clock, Duration.ofSeconds(5));
        return new RedisDeduplication(template, gate, queues, Duration.ofMinutes(1), Duration.ofHours(1));
    }

    void flush() {
        template.execute((RedisCallback<Boolean>) connection -> {
            connection.serverCommands().flushDb();
            return true;
        });
    }

    @Override
    public void close() {
        factory.destroy();
    }
}
