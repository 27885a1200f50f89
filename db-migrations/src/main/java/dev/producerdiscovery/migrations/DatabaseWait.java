package dev.producerdiscovery.migrations;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits, for a bounded time, until a database accepts connections. */
record DatabaseWait(Duration patience, InstantSource clock, Sleeper sleeper) {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWait.class);

    private static final Duration PAUSE = Duration.ofMillis(500);

    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    static DatabaseWait forUpTo(Duration patience) {
        return new DatabaseWait(patience, InstantSource.system(), Thread::sleep);
    }

    /** @throws MigrationException when the database still refuses at the end, or refuses the user or the password */
    void until(DataSource database) {
        Instant deadline = clock.instant().plus(patience);
        boolean waiting = false;
        while (true) {
            try {
                database.getConnection().close();
                return;
            } catch (SQLException e) {
                // Class 28 is a wrong user or password, 3D an unknown database: neither passes by waiting.
                String state = String.valueOf(e.getSQLState());
                if (state.startsWith("28") || state.startsWith("3D")) {
                    throw new MigrationException("the database refuses us: " + e.getMessage(), e);
                }
                if (!clock.instant().isBefore(deadline)) {
                    throw new MigrationException(
                            "no database answered within " + patience.toSeconds() + " s: " + e.getMessage(), e);
                }
                if (!waiting) {
                    waiting = true;
                    log.info("Waiting for the database, at most {} s: {}", patience.toSeconds(), e.getMessage());
                }
                pause(e);
            }
        }
    }

    private void pause(SQLException cause) {
        try {
            sleeper.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException("interrupted while waiting for the database", cause);
        }
    }
}
