package dev.producerdiscovery.worker.faults;

import static dev.producerdiscovery.worker.faults.Site.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.worker.engine.Ending;
import java.io.File;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StopTest {

    private static final int GRACE_SECONDS = 4;

    private final TestDatabase database = TestDatabase.fresh();
    private final Site site = Site.in(database);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_process_told_to_stop_under_load_is_gone_in_time_and_what_it_held_is_free_at_once() throws Exception {
        Flood flood = new Flood(site, 400).send();
        File log = new File("target/stopped-service.log");
        Files.deleteIfExists(log.toPath());
        Process service = ChildProcess.start(
                StoppableService.class,
                log,
                StoppableService.properties(
                        database,
                        Map.of(
                                "producer-discovery.worker.grace-period",
                                GRACE_SECONDS + "s",
                                "logging.level.dev.producerdiscovery",
                                "info")));
        try {
            soon().until(() -> flood.finished() > 150);

            // SIGTERM.
            service.destroy();

            // The rest is for the last statements, and for the JVM itself.
            assertThat(service.waitFor(GRACE_SECONDS + 4, TimeUnit.SECONDS))
                    .as("the process ended in time")
                    .isTrue();
        } finally {
            service.destroyForcibly().waitFor();
        }
        soon().atMost(Duration.ofSeconds(1)).until(() -> site.hidden(Flood.QUEUE) + site.hidden(Flood.NEXT) == 0);
        assertThat(site.waiting(Flood.QUEUE)).isGreaterThanOrEqualTo(StoppableService.ENDLESS.size());
        assertThat(site.count("worker_heartbeats")).isZero();
        assertThat(log)
                .content()
                .doesNotContain(" ERROR ")
                .doesNotContain(" WARN ")
                .contains("given back");

        Crew heir = site.crew(Tuning.QUICK);
        heir.start(Flood.workers(heir.jdbc(), Flood.NONE));
        flood.assertExactlyOnce();
    }

    @Test
    void an_engine_that_is_stopped_at_any_instant_keeps_no_message() throws InterruptedException {
        Flood flood = new Flood(site, 300).send();
        Tuning hasty = Tuning.QUICK.lease(Duration.ofSeconds(60)).grace(Duration.ZERO);
        while (flood.finished() < flood.total()) {
            try (Crew crew = new Crew(site.worker(), hasty)) {
                crew.start(Flood.workers(
                        crew.jdbc(),
                        (note, delivery) -> TimeUnit.MILLISECONDS.sleep(
                                ThreadLocalRandom.current().nextLong(8))));
                long before = flood.finished();
                soon().pollDelay(Duration.ZERO)
                        .until(() -> flood.finished() >= before + 20 || flood.finished() == flood.total());

                crew.engine().stop();

                assertThat(site.hidden(Flood.QUEUE) + site.hidden(Flood.NEXT))
                        .as("messages still leased")
                        .isZero();
            }
        }
        flood.assertExactlyOnce();
    }

    @Test
    void a_stop_lets_handlers_finish_that_need_no_longer_than_the_grace_period() {
        Flood flood = new Flood(site, 8).send();
        Crew crew = site.crew(Tuning.QUICK);
        crew.start(Flood.workers(crew.jdbc(), (note, delivery) -> TimeUnit.SECONDS.sleep(1)));
        soon().until(() -> crew.engine().busy(Flood.QUEUE) == 8);

        crew.engine().stop();

        assertThat(crew.endings()).hasSize(8).containsOnly(Ending.DONE);
        Crew heir = site.crew(Tuning.QUICK);
        heir.start(Flood.workers(heir.jdbc(), Flood.NONE));
        flood.assertExactlyOnce();
    }

    @Test
    void a_stop_does_not_wait_for_a_settlement_that_hangs() throws SQLException {
        Flood flood = new Flood(site, 8).send();
        try (Connection other = database.owner().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table effects");
            Crew crew = site.crew(Tuning.QUICK.grace(Duration.ZERO));
            crew.start(Flood.workers(crew.jdbc(), Flood.NONE));
            soon().until(() -> site.count("pg_locks where relation = 'effects'::regclass and not granted") > 0);
            Instant told = Instant.now();

            crew.engine().stop();

            assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(15));
        }
        Crew heir = site.crew(Tuning.QUICK);
        heir.start(Flood.workers(heir.jdbc(), Flood.NONE));
        flood.assertExactlyOnce();
    }
}
