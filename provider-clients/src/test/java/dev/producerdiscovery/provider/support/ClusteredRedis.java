package dev.producerdiscovery.provider.support;

import dev.producerdiscovery.backend.testing.RedisCluster;
import dev.producerdiscovery.provider.SharedRedis;
import dev.producerdiscovery.worker.resilience.Outage;
import dev.producerdiscovery.worker.resilience.RedisGate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.util.TestPropertyValues.Pair;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;

/** A cluster of Redis, reached by Spring Boot's properties as services reach it. */
public final class ClusteredRedis implements AutoCloseable {

    private final RedisCluster cluster = RedisCluster.start();
    private final List<AnnotationConfigApplicationContext> contexts = new ArrayList<>();

    public RedisTemplate<String, byte[]> template() {
        return template(cluster.springProperties());
    }

    /** Of who takes a node for a single server. */
    public RedisTemplate<String, byte[]> templateOfOneNode() {
        return template(cluster.springPropertiesOfOne());
    }

    /** Stays closed for longer than a test takes, so that one refusal is seen. */
    public RedisGate gate() {
        Clock clock = Clock.systemUTC();
        return new RedisGate(new Outage("Redis", "The test goes on.", clock), clock, Duration.ofMinutes(5));
    }

    private RedisTemplate<String, byte[]> template(Map<String, Object> properties) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        TestPropertyValues.of("spring.data.redis.timeout=20s", "spring.data.redis.connect-timeout=20s")
                .and(properties.entrySet().stream(), property -> Pair.of(property.getKey(), "" + property.getValue()))
                .applyTo(context);
        context.register(DataRedisAutoConfiguration.class);
        context.refresh();
        contexts.add(context);
        return SharedRedis.template(context.getBean(RedisConnectionFactory.class));
    }

    @Override
    public void close() {
        contexts.forEach(AnnotationConfigApplicationContext::close);
        cluster.close();
    }
}
