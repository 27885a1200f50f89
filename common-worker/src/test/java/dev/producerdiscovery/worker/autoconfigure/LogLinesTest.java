package dev.producerdiscovery.worker.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.backend.Login;
import dev.producerdiscovery.migrations.PipelineRole;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.engine.TestWorker;
import dev.producerdiscovery.worker.engine.WorkerBench;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Isolated("a service sets up the logging of the whole JVM")
@ExtendWith(OutputCaptureExtension.class)
class LogLinesTest {

    private static final String RUN = "6f1f3c0a-4a5e-4c58-9d0b-0a5d7f6f2b11";

    private final WorkerBench bench = new WorkerBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {

        @Bean
        TestWorker worker() {
            return new TestWorker((note, delivery) -> {
                LoggerFactory.getLogger("test").info("handling {}", note.text());
                return Outcome.done();
            });
        }
    }

    private void handle() {
        Login login = bench.database().login(PipelineRole.WORKER);
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        // As in a service, and not as the tests' own configuration has it.
                        "logging.config", "classpath:logback-as-in-a-service.xml",
                        "spring.datasource.url", bench.database().address().jdbcUrl(),
                        "spring.datasource.username", login.user(),
                        "spring.datasource.password", login.password(),
                        "spring.data.redis.url", bench.database().redisUrl()))
                .run()) {
            assertThat(service.isRunning()).isTrue();
            bench.queues()
                    .sendRaw(
                            WorkerBench.QUEUE,
                            "{\"value\": \"x\", \"_correlationId\": \"" + RUN + "\", \"_idempotencyKey\": \"song:7\"}");
            await().atMost(Duration.ofSeconds(30)).until(() -> bench.count("pgmq.a_" + WorkerBench.QUEUE) == 1);
        }
    }

    @Test
    void a_line_about_a_message_names_its_queue_and_its_run_and_other_lines_show_nothing(CapturedOutput output) {
        handle();

        assertThat(output.getOut().lines().filter(line -> line.endsWith("handling x")))
                .singleElement()
                .asString()
                .matches(".*\\[artist_discovery/\\d+ " + RUN + "\\].*");
        assertThat(output.getOut().lines().filter(line -> line.contains("Working on")))
                .isNotEmpty()
                .noneMatch(line -> line.contains("[/"));
    }
}
