package dev.producerdiscovery.migrations;

import static dev.producerdiscovery.migrations.SqlState.BAD_ARGUMENT;
import static dev.producerdiscovery.migrations.SqlState.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class AdvisoryLocksTest {

    private static final Database DB = TestServer.plain().migrated();

    private final String key = "夜 '; --" + UUID.randomUUID();
    private final SingleConnectionDataSource one = session();
    private final SingleConnectionDataSource two = session();

    private static SingleConnectionDataSource session() {
        try {
            Connection connection =
                    TestServer.plain().dataSource(DB.name(), TestServer.OWNER).getConnection();
            return new SingleConnectionDataSource(connection, true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Database in(SingleConnectionDataSource session) {
        return new Database(DB.name(), session);
    }

    @AfterEach
    void close() {
        one.destroy();
        two.destroy();
    }

    @Test
    void one_session_has_the_lock_and_others_see_it() {
        assertThat(in(one).isTrue("select pg_try_advisory_lock(?::text)", key)).isTrue();
        assertThat(in(two).isTrue("select pg_try_advisory_lock(?::text)", key)).isFalse();
        assertThat(in(two).isTrue("select pg_advisory_lock_exists(?)", key)).isTrue();
        assertThat(in(two).isTrue("select pg_advisory_unlock(?::text)", key))
                .as("not the holder")
                .isFalse();
        assertThat(in(one).isTrue("select pg_advisory_unlock(?::text)", key)).isTrue();
        assertThat(in(two).isTrue("select pg_advisory_lock_exists(?)", key)).isFalse();
        assertThat(in(two).isTrue("select pg_try_advisory_lock(?::text)", key)).isTrue();
    }

    @Test
    void of_64_sessions_exactly_one_gets_the_lock() {
        List<SingleConnectionDataSource> sessions =
                Stream.generate(AdvisoryLocksTest::session).limit(64).toList();
        AtomicInteger next = new AtomicInteger();
        try {
            assertThat(Sessions.atOnce(
                            64,
                            () -> in(sessions.get(next.getAndIncrement()))
                                    .isTrue("select pg_try_advisory_lock(?::text)", key)))
                    .containsOnlyOnce(true);
        } finally {
            sessions.forEach(SingleConnectionDataSource::destroy);
        }
    }

    @Test
    void a_wait_ends_with_false_and_leaves_the_settings_as_they_were() {
        in(one).execute("select pg_try_advisory_lock(?::text)", key);
        in(two).execute("set lock_timeout = '7s'");
        assertThat(in(two).isTrue("select pg_advisory_lock_timeout(?, 50)", key))
                .isFalse();
        assertThat(in(two).isTrue("select pg_advisory_lock_timeout(?, 0)", key)).isFalse();
        assertThat(in(two).text("show lock_timeout")).isEqualTo("7s");
        in(one).execute("select pg_advisory_unlock(?::text)", key);
        assertThat(in(two).isTrue("select pg_advisory_lock_timeout(?, 50)", key))
                .isTrue();
        assertThat(in(two).text("show lock_timeout")).isEqualTo("7s");
    }

    @Test
    void force_takes_the_lock_from_whoever_has_it() {
        in(one).execute("select pg_try_advisory_lock(?::text)", key);
        assertThat(in(two).rows("select pid, released from pg_force_advisory_unlock_all(?)", key))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("released", true));
        assertThat(in(two).isTrue("select pg_advisory_lock_exists(?)", key)).isFalse();
        assertThat(in(two).rows("select pid from pg_force_advisory_unlock_all(?)", key))
                .isEmpty();
    }

    @Test
    void force_on_the_own_lock_keeps_the_session() {
        in(one).execute("select pg_try_advisory_lock(?::text)", key);
        in(one).execute("select pg_try_advisory_lock(?::text)", key);
        assertThat(in(one).rows("select pid from pg_force_advisory_unlock_all(?)", key))
                .hasSize(1);
        assertThat(in(one).isTrue("select pg_advisory_lock_exists(?)", key)).isFalse();
    }

    @Test
    void an_empty_key_and_a_negative_wait_are_refused() {
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select pg_try_advisory_lock(''::text)"))
                .contains("p_key");
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select pg_advisory_lock_exists(null)"));
        assertRefused(BAD_ARGUMENT, () -> DB.execute("select pg_advisory_lock_timeout('k', -1)"))
                .contains("p_timeout_ms", "-1");
    }

    @ParameterizedTest
    @CsvSource({"producer-discovery:producers, lock_producers()", "store:op-1, 'earlier_result(''store'', ''op-1'')'"})
    void no_name_is_that_of_a_lock_which_the_system_takes_for_itself(String name, String call) throws Exception {
        in(one).execute("select pg_try_advisory_lock(?::text)", name);
        assertThat(in(two).text("select set_config('lock_timeout', '1s', false)"))
                .isEqualTo("1s");
        in(two).execute("select " + call);
    }
}
