package dev.producerdiscovery.monitor.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.migrations.PipelineRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.TransactionException;

class LocksTest {

    private final AtomicBoolean away = new AtomicBoolean(true);
    private final AtomicInteger runs = new AtomicInteger();

    private final LockingTaskExecutor locks = new TimerConfiguration()
            .locks(new DelegatingDataSource(TestDatabase.fresh().as(PipelineRole.OPERATOR)) {
                @Override
                public Connection getConnection() throws SQLException {
                    if (away.get()) {
                        throw new SQLTransientConnectionException("the database is away");
                    }
                    return super.getConnection();
                }
            });

    private void tick() {
        locks.executeWithLock(
                (Runnable) runs::incrementAndGet,
                new LockConfiguration(Instant.now(), "tick", Duration.ofMinutes(1), Duration.ZERO));
    }

    @Test
    void a_timer_whose_first_turn_found_no_database_runs_when_there_is_one() {
        assertThatThrownBy(this::tick).isInstanceOf(TransactionException.class);
        assertThatThrownBy(this::tick).isInstanceOf(TransactionException.class);
        away.set(false);

        tick();

        assertThat(runs).hasValue(1);
    }
}
