package dev.producerdiscovery.worker.faults;

import static dev.producerdiscovery.worker.faults.Site.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.migrations.PipelineRole;
import dev.producerdiscovery.worker.budget.ProviderBudget;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.pgmq.NotificationListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A service behind a pooler that gives its sessions to whoever has a transaction. */
@EnabledIf("dev.producerdiscovery.worker.faults.Pooler#isAtHand")
class PoolerTest {

    private static final int FEW = 6;

    private final TestDatabase database = TestDatabase.fresh();
    private final Site site = Site.in(database);

    @TempDir
    private Path folder = Path.of("");

    private Pooler pooler;

    @BeforeEach
    void pool() throws IOException {
        pooler = site.add(Pooler.before(database.address(), database.login(PipelineRole.WORKER), folder));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private ConfigurableApplicationContext service(Map<String, Object> changed) {
        Map<String, Object> properties = new HashMap<>(changed);
        properties.put("spring.datasource.url", pooler.jdbcUrl());
        properties.put(TestDatabase.POOL_SIZE, 6);
        return site.add(StoppableService.run(StoppableService.properties(database, properties)));
    }

    @Test
    void it_wakes_by_notifications_that_it_hears_at_an_address_of_their_own() {
        ConfigurableApplicationContext service = service(Map.of(
                "producer-discovery.worker.listen-url",
                database.address().jdbcUrl(),
                // Far later than this test waits.
                "producer-discovery.worker.safety-poll",
                "10m"));
        NotificationListener listener = service.getBean(NotificationListener.class);
        soon().until(listener::connected);

        new Flood(site, FEW).send().assertExactlyOnce();
    }

    @Test
    void without_one_it_does_not_believe_that_it_hears_and_finds_its_work_by_looking() {
        ConfigurableApplicationContext service = service(Map.of("producer-discovery.worker.safety-poll", "200ms"));
        NotificationListener listener = service.getBean(NotificationListener.class);

        new Flood(site, FEW).send().assertExactlyOnce();

        soon().during(Duration.ofSeconds(4)).until(() -> !listener.connected());
    }

    @Test
    void what_another_process_was_told_by_a_provider_is_known_before_the_next_call_although_nothing_is_heard() {
        ProviderBudget budget = service(Map.of()).getBean(ProviderBudget.class);
        budget.acquire("spotify", "search");

        site.owner()
                .sql("select worker_park('spotify', 'search', clock_timestamp() + interval '1 hour', 'banned')")
                .query()
                .singleRow();

        assertThatThrownBy(() -> budget.acquire("spotify", "search"))
                .isInstanceOfSatisfying(
                        ThrottledFailure.class, banned -> assertThat(banned).hasMessageContaining("banned"));
    }
}
