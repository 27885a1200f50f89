package dev.producerdiscovery.web.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.migrations.PipelineRole;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseWatchTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final HikariDataSource pool = pool();
    private final AtomicInteger ends = new AtomicInteger();
    private Instant now = Instant.EPOCH;
    private final DatabaseWatch watch = watch(true);
    private final ConnectionsHealth health = new ConnectionsHealth(watch);

    private DatabaseWatch watch(boolean writes) {
        DatabaseSettings settings = new DatabaseSettings(writes, Duration.ofSeconds(45), Duration.ofMinutes(5));
        return new DatabaseWatch(pool, settings, new GivenBack(pool, meters()), () -> now, ends::incrementAndGet);
    }

    private ObjectProvider<MeterRegistry> meters() {
        return new ObjectProvider<>() {
            @Override
            public MeterRegistry getObject() {
                return meters;
            }
        };
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.worker());
        config.setMaximumPoolSize(2);
        config.setConnectionTimeout(250);
        config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
        HikariDataSource made = new HikariDataSource();
        config.copyStateTo(made);
        made.setExceptionOverride(new ReadOnlyServer(made));
        return made;
    }

    @BeforeEach
    void serve() {
        watch.look();
        assertThat(state()).isEqualTo("served");
    }

    @AfterEach
    void close() {
        pool.close();
        database.close();
    }

    @Test
    void a_pool_that_is_used_up_for_longer_than_anybody_works_is_told_until_something_comes_back(CapturedOutput output)
            throws SQLException {
        try (Connection one = pool.getConnection();
                Connection other = pool.getConnection()) {
            lookAfter(Duration.ZERO);
            lookAfter(Duration.ofSeconds(40));
            assertThat(ready()).isTrue();
            assertThat(one.isValid(1) && other.isValid(1)).isTrue();

            lookAfter(Duration.ofSeconds(6));
            lookAfter(Duration.ofSeconds(6));

            assertThat(ready()).isFalse();
            assertThat(state()).isEqualTo("used up");
        }
        lookAfter(Duration.ofSeconds(6));

        assertThat(ready()).isTrue();
        assertThat(output.getOut())
                .containsOnlyOnce("All 2 connections to the database are taken, and none was given back for 45 s")
                .containsOnlyOnce("given back again after 12 s");
        assertThat(ends).hasValue(0);
    }

    @Test
    void a_pool_from_which_connections_come_and_go_is_not_used_up() throws SQLException {
        for (int i = 0; i < 3; i++) {
            try (Connection one = pool.getConnection();
                    Connection other = pool.getConnection()) {
                lookAfter(Duration.ofSeconds(40));
                assertThat(one.isValid(1) && other.isValid(1)).isTrue();
            }
            lookAfter(Duration.ofSeconds(1));
        }

        assertThat(ready()).isTrue();
    }

    @Test
    void a_process_to_which_no_connection_comes_back_ends_itself() throws SQLException {
        try (Connection one = pool.getConnection();
                Connection other = pool.getConnection()) {
            lookAfter(Duration.ZERO);
            lookAfter(Duration.ofSeconds(46));
            assertThat(ends).hasValue(0);

            lookAfter(Duration.ofMinutes(5));

            assertThat(ends).hasValue(1);
            assertThat(one.isValid(1) && other.isValid(1)).isTrue();
        }
    }

    @Test
    void a_process_whose_connections_come_and_go_under_load_does_not_end_though_the_watch_gets_none()
            throws SQLException {
        Connection one = pool.getConnection();
        Connection other = pool.getConnection();
        for (int i = 0; i < 10; i++) {
            lookAfter(Duration.ofMinutes(4));
            assertThat(ready()).isTrue();
            // Given back, and taken by somebody else before the next look.
            one.close();
            one = pool.getConnection();
        }
        assertThat(ends).hasValue(0);

        lookAfter(Duration.ofSeconds(1));
        lookAfter(Duration.ofMinutes(6));
        assertThat(ends).as("nothing comes back any more").hasValue(1);
        one.close();
        other.close();
    }

    @Test
    void a_server_that_takes_no_changes_makes_a_process_that_writes_unready_until_it_does_again(CapturedOutput output)
            throws SQLException {
        become("on");
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            // What was connected before takes changes still.
            pool.getHikariPoolMXBean().softEvictConnections();
            lookAfter(Duration.ofSeconds(5));
            return state().equals("read only");
        });
        assertThat(ready()).isFalse();

        become("off");
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            lookAfter(Duration.ofSeconds(5));
            return ready();
        });

        assertThat(output.getOut())
                .containsOnlyOnce("The database takes no changes")
                .containsOnlyOnce("The database takes changes again after");
    }

    @Test
    void whoever_only_reads_is_served_by_a_server_that_takes_no_changes() throws SQLException {
        become("on");
        pool.getHikariPoolMXBean().softEvictConnections();
        DatabaseWatch reader = watch(false);

        reader.look();

        assertThat(reader.standing()).isEqualTo(Standing.SERVED);
    }

    @Test
    void the_first_change_that_is_refused_throws_all_connections_to_that_server_away() throws SQLException {
        become("on");
        pool.getHikariPoolMXBean().softEvictConnections();
        try (Connection idle = pool.getConnection();
                Connection used = pool.getConnection()) {
            assertThat(idle.isValid(1)).isTrue();
            become("off");
            assertThatThrownBy(() -> change(used)).hasMessageContaining("read-only");
        }

        try (Connection one = pool.getConnection();
                Connection other = pool.getConnection()) {
            change(one);
            change(other);
        }
    }

    private static void change(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select worker_heartbeat('artist_discovery', 'test', interval '1 minute')");
        }
    }

    private void become(String readOnly) throws SQLException {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "alter role " + database.login(PipelineRole.WORKER).user() + " in database "
                            + database.address().database() + " set default_transaction_read_only = " + readOnly);
        }
    }

    private void lookAfter(Duration time) {
        now = now.plus(time);
        watch.look();
    }

    private boolean ready() {
        return health.health().getStatus().equals(Status.UP);
    }

    private String state() {
        return String.valueOf(health.health().getDetails().get("state"));
    }
}
