package dev.producerdiscovery.migrations;

import java.sql.Connection;
import java.sql.SQLException;

/** Statements that take effect together or not at all. The connection goes back as it came, because it may be a pool's. */
final class OneTransaction {

    /** What is done in it. */
    @FunctionalInterface
    interface Work {

        void run(Connection connection) throws SQLException;
    }

    private OneTransaction() {}

    static void on(Connection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run(connection);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
