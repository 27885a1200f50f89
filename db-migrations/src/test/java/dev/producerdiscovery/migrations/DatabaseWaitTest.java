package dev.producerdiscovery.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
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
        assertThat(MigrationJob.run(Map.of())).isEqualTo(1);
        Database database = TestServer.plain().empty();
        String url =
                TestServer.plain().dataSource(database.name(), TestServer.OWNER).getUrl();
        assertThat(MigrationJob.run(Map.of(
                        "SPRING_DATASOURCE_URL",
                        url,
                        "SPRING_DATASOURCE_USERNAME",
                        TestServer.OWNER,
                        "SPRING_DATASOURCE_PASSWORD",
                        "test",
                        "PIPELINE_WORKER_PASSWORD",
                        "test")))
                .isZero();
        assertThat(database.number("select count(*) from queue_registry")).isEqualTo(5);
    }

    @Test
    void the_job_explains_a_database_that_is_not_there() {
        assertThat(MigrationJob.run(Map.of("SPRING_DATASOURCE_URL", "no url at all")))
                .isEqualTo(1);
    }
}
