package dev.producerdiscovery.worker.faults;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.engine.Note;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Works on the flood as a service does, with the library's own settings; three of its messages never end. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class StoppableService {

    static final Set<String> ENDLESS = Set.of("7", "17", "27");

    /** Arguments: properties. */
    public static void main(String[] arguments) {
        run(arguments);
    }

    static ConfigurableApplicationContext run(String... arguments) {
        return new SpringApplicationBuilder(StoppableService.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off", "spring.main.keep-alive=true")
                .run(arguments);
    }

    /** As arguments; those of {@code changed} win. */
    static String[] properties(TestDatabase database, Map<String, Object> changed) {
        Map<String, Object> properties = new HashMap<>(database.springProperties());
        properties.putAll(changed);
        return properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    @Bean
    BaseWorker<?> parents(JdbcClient jdbc) {
        return workers(jdbc).getFirst();
    }

    @Bean
    BaseWorker<?> children(JdbcClient jdbc) {
        return workers(jdbc).getLast();
    }

    private static List<BaseWorker<?>> workers(JdbcClient jdbc) {
        return Flood.workers(jdbc, StoppableService::work);
    }

    private static void work(Note note, Delivery delivery) throws InterruptedException {
        long millis = ENDLESS.contains(note.text()) && delivery.readCount() == 1
                ? 60_000
                : ThreadLocalRandom.current().nextLong(20);
        TimeUnit.MILLISECONDS.sleep(millis);
    }
}
