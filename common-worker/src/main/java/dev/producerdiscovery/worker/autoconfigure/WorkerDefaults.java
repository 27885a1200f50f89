package dev.producerdiscovery.worker.autoconfigure;

import dev.producerdiscovery.worker.engine.WorkerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Puts {@code worker-defaults.yml} below every other source of properties, so that a service states only what differs; and
 * with it as many connections as the slots need.
 */
@Order(Ordered.LOWEST_PRECEDENCE - 1) // before those of an HTTP face, which waits longer for the database
final class WorkerDefaults implements EnvironmentPostProcessor {

    private static final String FILE = "worker-defaults.yml";

    /** Two settle, one reads, one renews leases; the HTTP face and the checks share the other two. */
    private static final int BESIDE_HANDLERS = 6;

    /** A handler waits for providers, and needs the database for some milliseconds before and after. */
    private static final int SLOTS_PER_CONNECTION = 8;

    /** More would wait for the server's processors instead of for a connection. */
    private static final int MOST = 24;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            new YamlPropertySourceLoader()
                    .load(FILE, new ClassPathResource(FILE))
                    .forEach(environment.getPropertySources()::addLast);
            environment.getPropertySources().addLast(connections(environment));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PropertySource<?> connections(ConfigurableEnvironment environment) {
        int slots = environment.getProperty(
                "producer-discovery.worker.concurrency",
                Integer.class,
                WorkerSettings.defaults().concurrency());
        return new MapPropertySource(
                "worker-connections", Map.of("spring.datasource.hikari.maximum-pool-size", connections(slots)));
    }

    /** How many pooled connections a process with so many slots keeps; one more listens. */
    static int connections(int slots) {
        return Math.min(MOST, BESIDE_HANDLERS + (slots - 1) / SLOTS_PER_CONNECTION);
    }
}
