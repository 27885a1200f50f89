package dev.producerdiscovery.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * One process migrates, the others wait for it: Flyway itself lets two of them make its table of migrations at once, and
 * one of them then fails.
 */
final class MigrationTurn {

    private static final String TAKE =
            "select pg_advisory_xact_lock(hashtextextended('producer-discovery:migration', 0))";

    private MigrationTurn() {}

    /** Waits for its turn as long as it takes; PostgreSQL ends the turn of a process that dies. */
    static void await(DataSource owner, Runnable migration) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(TAKE);
            try {
                migration.run();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new MigrationException("the turn to migrate was not given, or lost: " + e.getMessage(), e);
        }
    }
}
