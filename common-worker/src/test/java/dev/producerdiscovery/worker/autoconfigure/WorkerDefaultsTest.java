package dev.producerdiscovery.worker.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class WorkerDefaultsTest {

    private static final String SIZE = "spring.datasource.hikari.maximum-pool-size";

    private final StandardEnvironment environment = new StandardEnvironment();

    @ParameterizedTest
    @CsvSource({"1, 6", "8, 6", "9, 7", "32, 9", "256, 24"})
    void a_process_keeps_as_many_connections_as_its_slots_need(String slots, int connections) {
        configure(Map.of("producer-discovery.worker.concurrency", slots));

        assertThat(environment.getProperty(SIZE, Integer.class)).isEqualTo(connections);
    }

    @Test
    void who_says_how_many_connections_gets_so_many() {
        configure(Map.of(SIZE, "3"));

        assertThat(environment.getProperty(SIZE, Integer.class)).isEqualTo(3);
    }

    private void configure(Map<String, Object> properties) {
        environment.getPropertySources().addFirst(new MapPropertySource("configured", properties));
        new WorkerDefaults().postProcessEnvironment(environment, new SpringApplication());
    }
}
