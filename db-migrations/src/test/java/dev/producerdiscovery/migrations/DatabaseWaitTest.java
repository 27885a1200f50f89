package dev.producerdiscovery.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseWaitTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    /** A wait whose time passes only by sleeping. */
    private final DatabaseWait wait = new DatabaseWait(
            Duration.ofSeconds(5), now::get, pause -> now.updateAndGet(instant -> instant.plus(pause)));

    private static PGSimpleDataSource nobodyListens() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl("jdbc:postgresql://127.0.0.1:1/nowhere");
        return dataSource;
    }

    @Test
    void a_database_that_answers_is_not_waited_for() {
        wait.until(TestServer.plain().dataSource("postgres", "postgres"));
        assertThat(now.get()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void a_database_that_does_not_answer_is_given_up_after_the_time() {
        assertThatThrownBy(() -> wait.until(nobodyListens()))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("no database answered within 5 s");
        assertThat(now.get()).isEqualTo(Instant.EPOCH.plusSeconds(5));
    }

    @Test
    void an_unknown_database_is_not_waited_for() {
        assertThatThrownBy(() -> wait.until(TestServer.plain().dataSource("nowhere", TestServer.OWNER)))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("nowhere");
        assertThat(now.get()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void the_job_fails_without_a_url_and_succeeds_with_one() {
        assertThat(MigrationJob.run(Map.of(), List.of())).isEqualTo(1);
        Database database = TestServer.plain().empty();
        String url =
                TestServer.plain().dataSource(database.name(), TestServer.OWNER).getUrl();
        assertThat(MigrationJob.run(
                        Map.of(
                                "SPRING_DATASOURCE_URL",
                                url,
                                "SPRING_DATASOURCE_USERNAME",
                                TestServer.OWNER,
                                "SPRING_DATASOURCE_PASSWORD",
                                "test",
                                "PIPELINE_WORKER_PASSWORD",
                                "test"),
                        List.of()))
                .isZero();
        assertThat(database.number("select count(*) from queue_registry")).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no url at all?password=hunter2",
                "jdbc:postgresql://host:port/name?password=hunter2",
                "jdbc:postgresql://host?password=hunter2",
                "jdbc:postgresql://host/name?password=hunter2%zz"
            })
    void the_job_explains_an_address_that_is_none_and_tells_nobody_what_is_in_it(String url) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream before = System.out;
        Logger driver = Logger.getLogger("org.postgresql");
        StreamHandler driverTold = new StreamHandler(told, new SimpleFormatter());
        driver.addHandler(driverTold);
        System.setOut(new PrintStream(told, true, UTF_8));
        try {
            assertThat(MigrationJob.run(Map.of("SPRING_DATASOURCE_URL", url), List.of()))
                    .isEqualTo(1);
        } finally {
            System.setOut(before);
            driver.removeHandler(driverTold);
            driverTold.close();
        }
        assertThat(told.toString(UTF_8))
                .contains("no address of a PostgreSQL database")
                .doesNotContain("hunter2");
    }
}
