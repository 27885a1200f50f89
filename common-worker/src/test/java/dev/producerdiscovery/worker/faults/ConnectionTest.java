package dev.producerdiscovery.worker.faults;

import static dev.producerdiscovery.worker.faults.Site.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.DatabaseAddress;
import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.migrations.PipelineRole;
import dev.producerdiscovery.worker.engine.Ending;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Connections to the database that end, hang, or are all taken. */
class ConnectionTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final Site site = Site.in(database);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void sessions_that_are_ended_every_second_cost_nothing_but_time() {
        Flood flood = new Flood(site, 250).send();
        Crew one = slow();
        Crew other = slow();

        soon().pollDelay(Duration.ofSeconds(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    terminateSessions();
                    return flood.finished() > flood.total() * 9 / 10;
                });

        flood.assertExactlyOnce();
        assertThat(one.endings()).doesNotContain(Ending.FAILED, Ending.DEAD);
        assertThat(other.endings()).doesNotContain(Ending.FAILED, Ending.DEAD);
    }

    private Crew slow() {
        Crew crew = site.crew(Tuning.QUICK);
        return crew.start(Flood.workers(
                crew.jdbc(),
                (note, delivery) ->
                        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(200))));
    }

    private void terminateSessions() {
        JdbcClient.create(database.superuser())
                .sql("""
                        select pg_terminate_backend(pid)
                        from pg_stat_activity
                        where datname = ?::text
                          and usename = ?::text
                        """)
                .params(
                        database.address().database(),
                        database.login(PipelineRole.WORKER).user())
                .query(Boolean.class)
                .list();
    }

    @Test
    void connections_that_are_half_open_hold_up_a_service_for_seconds_only() {
        Flood flood = new Flood(site, 300);
        DatabaseAddress server = database.address();
        try (TcpProxy proxy = new TcpProxy(server.port());
                ConfigurableApplicationContext service = StoppableService.run(StoppableService.properties(
                        database,
                        Map.of(
                                "spring.datasource.url",
                                new DatabaseAddress("127.0.0.1", proxy.port(), server.database()).jdbcUrl(),
                                "producer-discovery.worker.lease",
                                "5s",
                                "producer-discovery.worker.max-handling-time",
                                "5s")))) {
            assertThat(service.isRunning()).isTrue();
            flood.send();
            soon().until(() -> flood.finished() > 100);

            // In the midst of statements and transactions; neither end is told.
            proxy.freeze();

            flood.assertExactlyOnce();
        }
    }

    @Test
    void a_pool_of_a_single_connection_serves_all_queues_and_handlers() {
        Flood flood = new Flood(site, 40).send();
        Crew crew = site.add(new Crew(site.worker(), Tuning.QUICK, 1));
        crew.start(Flood.workers(
                crew.jdbc(),
                (note, delivery) -> crew.jdbc()
                        .sql("select 1 from pg_sleep(0.005)")
                        .query(Integer.class)
                        .single()));

        flood.assertExactlyOnce();
    }

    @Test
    void a_pool_that_is_taken_for_longer_than_anybody_waits_costs_nothing_but_time() throws SQLException {
        Flood flood = new Flood(site, 60).send();
        Crew crew = site.add(new Crew(site.worker(), Tuning.QUICK, 2));
        try (Connection one = crew.pool().getConnection();
                Connection other = crew.pool().getConnection()) {
            crew.start(Flood.workers(crew.jdbc(), Flood.NONE));
            soon().until(() -> crew.engine().state().name().equals("DEGRADED"));
            assertThat(one.isClosed() || other.isClosed()).isFalse();
        }

        flood.assertExactlyOnce();
        assertThat(crew.endings()).containsOnly(Ending.DONE);
    }
}
