package dev.producerdiscovery.migrations;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a migration give way to the services that are working. Whoever waits for a lock on a table makes everybody wait
 * who comes later, so it waits briefly ({@link LockTimeout}), lets go of everything, and comes again.
 */
record Courtesy(Duration patience, InstantSource clock, DatabaseWait.Sleeper sleeper) {

    private static final Logger log = LoggerFactory.getLogger(Courtesy.class);

    private static final Duration PAUSE = Duration.ofMillis(500);

    static Courtesy forUpTo(Duration patience) {
        return new Courtesy(patience, InstantSource.system(), Thread::sleep);
    }

    /**
     * @throws FlywayException when the migration fails otherwise, or still had to give way when the patience was at its end
     * @throws MigrationException likewise
     */
    void run(Runnable migration) {
        Instant end = clock.instant().plus(patience);
        while (true) {
            try {
                migration.run();
                return;
            } catch (FlywayException | MigrationException e) {
                if (!gaveWay(e) || !clock.instant().isBefore(end)) {
                    throw e;
                }
                log.info(
                        "A migration gave way to services at work, left no trace, and comes again: {}", e.getMessage());
                pause(e);
            }
        }
    }

    private static boolean gaveWay(RuntimeException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e) {
                // Lock not available, deadlock.
                return "55P03".equals(e.getSQLState()) || "40P01".equals(e.getSQLState());
            }
        }
        return false;
    }

    private void pause(RuntimeException cause) {
        try {
            sleeper.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }
}
