package dev.producerdiscovery.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * One process migrates, the others wait for it: Flyway itself lets two of them make its table of migrations at once, and
 * one of them then fails.
 *
 * <p>Neither the lock nor the waiting keeps a transaction open: building an index concurrently waits for everybody's,
 * and the two would wait for each other.
 */
final class MigrationTurn {

    private static final String KEY = "(hashtextextended('producer-discovery:migration', 1))";

    private static final Duration PAUSE = Duration.ofMillis(100);

    private MigrationTurn() {}

    /** Waits for its turn as long as it takes; PostgreSQL ends the turn of a process that dies. */
    static void await(DataSource owner, Runnable migration) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            while (!taken(statement)) {
                Thread.sleep(PAUSE);
            }
            try {
                migration.run();
            } finally {
                statement.execute("select pg_advisory_unlock" + KEY);
            }
        } catch (SQLException e) {
            throw new MigrationException("the turn to migrate was not given, or lost: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException("interrupted while waiting for the turn to migrate", e);
        }
    }

    private static boolean taken(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select pg_try_advisory_lock" + KEY)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
