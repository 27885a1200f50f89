package dev.producerdiscovery.worker.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.backend.Login;
import dev.producerdiscovery.migrations.PipelineRole;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.budget.ProviderBudget;
import dev.producerdiscovery.worker.engine.TestWorker;
import dev.producerdiscovery.worker.engine.WorkerBench;
import dev.producerdiscovery.worker.engine.running.WorkerEngine;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

class WorkerAutoConfigurationTest {

    private final WorkerBench bench = new WorkerBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {

        @Bean
        TestWorker worker(JdbcClient jdbc) {
            return new TestWorker((note, delivery) -> {
                if (note.text().equals("defect") && delivery.failures() == 0) {
                    throw new UnsupportedOperationException("nobody thought of this");
                }
                return Outcome.done(outbox -> jdbc.sql("insert into effects (value) values (?::text)")
                        .param(note.text())
                        .update());
            });
        }
    }

    private ConfigurableApplicationContext run(Map<String, Object> changed) {
        Login login = bench.database().login(PipelineRole.WORKER);
        Map<String, Object> properties = new HashMap<>(Map.of(
                "spring.datasource.url", bench.database().address().jdbcUrl(),
                "spring.datasource.username", login.user(),
                "spring.datasource.password", login.password(),
                "spring.data.redis.url", bench.database().redisUrl(),
                "spring.main.banner-mode", "off",
                "producer-discovery.worker.backoff-base", "1ms"));
        properties.putAll(changed);
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .properties(properties)
                .run();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }

    @Test
    void a_service_with_a_worker_bean_works_and_tells_how_it_goes() {
        try (ConfigurableApplicationContext service = run(Map.of())) {
            bench.queues().sendRaw(WorkerBench.QUEUE, "{\"value\": \"good\"}");
            bench.queues().sendRaw(WorkerBench.QUEUE, "{\"value\": \"defect\"}");

            soon().untilAsserted(() -> assertThat(bench.effects()).containsExactlyInAnyOrder("good", "defect"));
            soon().untilAsserted(() -> assertThat(issues()).containsExactly("defect: UnsupportedOperationException"));
            soon().untilAsserted(() -> assertThat(processed()).isEqualTo(3));
            assertThat(Objects.requireNonNull(
                                    service.getBean(WorkerHealth.class).health())
                            .getStatus())
                    .isEqualTo(Status.UP);
            assertThat(service.getBean(MeterRegistry.class)
                            .get("worker.messages")
                            .tag("ending", "done")
                            .timer()
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void a_park_made_elsewhere_is_known_within_moments() {
        try (ConfigurableApplicationContext service = run(Map.of())) {
            ProviderBudget budget = service.getBean(ProviderBudget.class);
            assertThat(budget.availableAt("spotify")).isEqualTo(Instant.MIN);

            bench.jdbc()
                    .sql("select worker_park('spotify', '*', now() + interval '1 hour', 'banned')")
                    .query((row, number) -> 0)
                    .list();

            soon().untilAsserted(() -> assertThat(budget.availableAt("spotify")).isAfter(Instant.now()));
        }
    }

    @Test
    void a_service_starts_without_redis_and_works() {
        try (ConfigurableApplicationContext service = run(Map.of("spring.data.redis.url", "redis://127.0.0.1:1"))) {
            bench.queues().sendRaw(WorkerBench.QUEUE, "{\"value\": \"good\", \"_idempotencyKey\": \"k\"}");

            soon().untilAsserted(() -> assertThat(bench.effects()).containsExactly("good"));
            assertThat(service.getBean(WorkerEngine.class).isRunning()).isTrue();
        }
    }

    @Test
    void a_service_starts_without_the_database_and_says_that_it_is_not_ready() {
        try (ConfigurableApplicationContext service = run(Map.of(
                "spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/none",
                "spring.datasource.hikari.connection-timeout", "300"))) {
            soon().untilAsserted(() -> assertThat(Objects.requireNonNull(
                                    service.getBean(WorkerHealth.class).health())
                            .getStatus())
                    .isEqualTo(Status.OUT_OF_SERVICE));
        }
    }

    @Test
    void settings_that_contradict_each_other_are_refused_with_both_numbers() {
        assertThatThrownBy(() -> run(Map.of(
                        "producer-discovery.worker.lease", "60s",
                        "producer-discovery.worker.max-handling-time", "30s")))
                .rootCause()
                .hasMessageContaining("producer-discovery.worker.max-handling-time (30 s)")
                .hasMessageContaining("producer-discovery.worker.lease (60 s)");
    }

    private List<String> issues() {
        return bench.owner()
                .sql("select issue_type from worker_issues where not resolved")
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    private long processed() {
        return bench.owner()
                .sql("select coalesce(sum(processed_count), 0) from queue_metrics")
                .query(Long.class)
                .single();
    }
}
