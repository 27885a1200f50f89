package dev.producerdiscovery.worker.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.producerdiscovery.backend.Login;
import dev.producerdiscovery.backend.testing.RedisCluster;
import dev.producerdiscovery.migrations.PipelineRole;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.budget.ProviderBudget;
import dev.producerdiscovery.worker.dedup.Deduplication;
import dev.producerdiscovery.worker.dedup.Deduplication.Finding;
import dev.producerdiscovery.worker.engine.TestWorker;
import dev.producerdiscovery.worker.engine.WorkerBench;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.pgmq.Lease;
import dev.producerdiscovery.worker.resilience.RedisGate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisClusterConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Services on a real cluster of three masters, whose user may do no more than we ask for. */
class RedisClusterTest {

    private static final RedisCluster CLUSTER = RedisCluster.start();

    /** Enough that each master has some of their keys. */
    private static final List<String> PROVIDERS =
            IntStream.range(0, 24).mapToObj(number -> "provider-" + number).toList();

    private final WorkerBench bench = new WorkerBench();
    private ConfigurableApplicationContext service;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {

        @Bean
        TestWorker worker() {
            return new TestWorker((note, delivery) -> Outcome.done());
        }
    }

    @BeforeEach
    void start() {
        service = run(CLUSTER.springProperties());
    }

    @AfterEach
    void close() {
        service.close();
        bench.close();
    }

    @AfterAll
    static void stop() {
        CLUSTER.close();
    }

    private ConfigurableApplicationContext run(Map<String, Object> redis) {
        Login login = bench.database().login(PipelineRole.WORKER);
        Map<String, Object> properties = new HashMap<>(redis);
        properties.putAll(Map.of(
                "spring.datasource.url",
                bench.database().address().jdbcUrl(),
                "spring.datasource.username",
                login.user(),
                "spring.datasource.password",
                login.password(),
                // A machine that does much else must not be taken for a Redis that is away.
                "spring.data.redis.timeout",
                "20s",
                "spring.data.redis.connect-timeout",
                "20s",
                "spring.main.banner-mode",
                "off"));
        PROVIDERS.forEach(provider -> properties.put("producer-discovery.budget.rates." + provider, "1/300s"));
        ConfigurableApplicationContext started = new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                // As arguments: the defaults of workers come before what is only set as a default.
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
        try {
            StringRedisTemplate template = started.getBean(StringRedisTemplate.class);
            // The limits have half a second for an answer, which must not go by for connecting.
            PROVIDERS.forEach(key -> template.opsForValue().get("producer-discovery:" + key));
            return started;
        } catch (RuntimeException e) {
            // It would go on working at queues that the next class gets.
            started.close();
            throw e;
        }
    }

    @Test
    void replicas_share_every_provider_s_rate() {
        try (ConfigurableApplicationContext other = run(CLUSTER.springProperties())) {
            assertShareRates(service, other);
        }
    }

    private static void assertShareRates(ConfigurableApplicationContext one, ConfigurableApplicationContext other) {
        ProviderBudget ours = one.getBean(ProviderBudget.class);
        ProviderBudget theirs = other.getBean(ProviderBudget.class);
        for (String provider : PROVIDERS) {
            ours.acquire(provider, "any");
            assertThatExceptionOfType(ThrottledFailure.class)
                    .isThrownBy(() -> theirs.acquire(provider, "any"))
                    .withMessageContaining("others wait for its rate");
        }
        assertNothingWasRefused(one);
        assertNothingWasRefused(other);
    }

    @Test
    void finished_work_is_known_to_every_later_message() {
        List<Delivery> done = claimed();
        assertThat(found(done)).containsOnly(Finding.NEW);
        bench.queues()
                .archive(
                        WorkerBench.NEXT,
                        done.stream()
                                .map(delivery -> new Lease(delivery.messageId(), delivery.readCount()))
                                .toList());
        service.getBean(Deduplication.class).completed(done);

        assertThat(found(claimed())).containsOnly(Finding.DONE_BEFORE);
        assertThat(found(claimed()))
                .as("the marks of those who only asked are gone again")
                .containsOnly(Finding.DONE_BEFORE);
        assertNothingWasRefused(service);
    }

    @Test
    void marks_of_finished_work_need_no_connections_of_their_own() {
        Deduplication deduplication = service.getBean(Deduplication.class);
        List<Delivery> done = claimed();
        deduplication.completed(done);
        long before = connectionsSoFar();

        for (int group = 0; group < 10; group++) {
            deduplication.completed(done);
        }

        assertThat(connectionsSoFar()).isEqualTo(before);
        assertNothingWasRefused(service);
    }

    @Test
    void a_redis_that_speaks_tls_is_reached_by_its_nodes_and_by_its_url() {
        try (RedisCluster encrypted = RedisCluster.encrypted();
                ConfigurableApplicationContext byNodes = run(encrypted.springProperties());
                ConfigurableApplicationContext byUrl = run(encrypted.springPropertiesOfOne())) {
            assertShareRates(byNodes, byUrl);
        }
    }

    /** A message for each of the keys. */
    private List<Delivery> claimed() {
        List<Delivery> sent = PROVIDERS.stream()
                .map(key -> new Delivery(
                        WorkerBench.NEXT,
                        bench.queues().sendRaw(WorkerBench.NEXT, "{\"_idempotencyKey\": \"" + key + "\"}"),
                        1,
                        0,
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.of(key)))
                .toList();
        assertThat(bench.queues().claim(WorkerBench.NEXT, Duration.ofMinutes(5), sent.size(), 1_000_000))
                .hasSameSizeAs(sent);
        return sent;
    }

    private List<Finding> found(List<Delivery> deliveries) {
        Deduplication deduplication = service.getBean(Deduplication.class);
        return deliveries.stream()
                .map(delivery -> deduplication.begin(delivery, false))
                .toList();
    }

    private static void assertNothingWasRefused(ConfigurableApplicationContext service) {
        assertThat(service.getBean(RedisGate.class).closed())
                .as("Redis did not answer a moment ago")
                .isFalse();
    }

    private long connectionsSoFar() {
        try (RedisClusterConnection connection =
                service.getBean(RedisConnectionFactory.class).getClusterConnection()) {
            Properties told = Objects.requireNonNull(connection.serverCommands().info("stats"));
            return told.stringPropertyNames().stream()
                    .filter(name -> name.endsWith("total_connections_received"))
                    .collect(Collectors.summingLong(name -> Long.parseLong(told.getProperty(name))));
        }
    }
}
