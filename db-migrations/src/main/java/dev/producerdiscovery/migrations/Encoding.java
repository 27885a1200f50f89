package dev.producerdiscovery.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Refuses a database that could not hold every name. Found out later, it would be a name that cannot be stored, in the
 * middle of a run; and in SQL_ASCII not even that, but names that nobody finds.
 */
final class Encoding {

    private static final String NEEDED = "UTF8";

    private Encoding() {}

    /** @throws MigrationException when the database has another encoding, saying what to do */
    static void require(DataSource owner) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_database(), getdatabaseencoding()")) {
            row.next();
            if (!NEEDED.equals(row.getString(2))) {
                throw new MigrationException(
                        "the database %1$s has the encoding %2$s, which cannot hold every name; make one with UTF8: create database %1$s encoding 'UTF8' template template0"
                                .formatted(row.getString(1), row.getString(2)));
            }
        } catch (SQLException e) {
            throw new MigrationException("the database's encoding could not be read: " + e.getMessage(), e);
        }
    }
}
