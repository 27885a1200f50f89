package dev.producerdiscovery.backend;

import dev.producerdiscovery.migrations.PublicRights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;

/** Brings a running server to the state that it should have: users, passwords, database, locale. Safe to repeat. */
final class Cluster {

    /** SQLSTATE of a wrong password. */
    private static final String WRONG_PASSWORD = "28P01";

    private final DatabaseAddress address;
    private final Passwords passwords;

    Cluster(DatabaseAddress address, Passwords passwords) {
        this.address = address;
        this.passwords = passwords;
    }

    void prepare(int major, Path folder) throws SQLException, IOException {
        acceptFormerPassword(folder.resolve("password"));
        try (Connection connection = connect("postgres", passwords.of(PostgresServer.SUPERUSER));
                Statement statement = connection.createStatement()) {
            String owner = PostgresServer.OWNER;
            if (!exists(statement, "select from pg_roles where rolname = '" + owner + "'")) {
                statement.execute("create role " + owner + " login createrole");
                // Force-releasing an advisory lock ends the session that holds it.
                statement.execute("grant pg_signal_backend to " + owner);
            }
            for (String user : PostgresServer.users()) {
                if (exists(statement, "select from pg_roles where rolname = '" + user + "'")) {
                    setPassword(connection, user, passwords.of(user));
                }
            }
            String database = PostgresServer.DATABASE;
            if (!exists(statement, "select from pg_database where datname = '" + database + "'")) {
                statement.execute("create database " + database + " owner " + owner);
            }
        }
        new FormerLocale(address, passwords.of(PostgresServer.SUPERUSER), folder).convert(major);
        // The first is what every further database is a copy of.
        for (String database : List.of("template1", PostgresServer.DATABASE)) {
            PublicRights.revoke(address.withDatabase(database).dataSource(superuser()));
        }
    }

    /** Once all shared one password, the superuser too. It is replaced, and its file goes with it. */
    private void acceptFormerPassword(Path file) throws SQLException, IOException {
        if (!Files.exists(file)) {
            return;
        }
        String superuser = PostgresServer.SUPERUSER;
        try (Connection connection = connect("postgres", Files.readString(file).strip())) {
            setPassword(connection, superuser, passwords.of(superuser));
        } catch (SQLException e) {
            // Replaced by an earlier start, which ended before it could delete the file.
            if (!WRONG_PASSWORD.equals(e.getSQLState())) {
                throw e;
            }
        }
        Files.delete(file);
    }

    /** Hashed on this side, so that it appears in no log of the server. */
    private static void setPassword(Connection connection, String user, String password) throws SQLException {
        connection.unwrap(PGConnection.class).alterUserPassword(user, password.toCharArray(), "scram-sha-256");
    }

    private Connection connect(String database, String password) throws SQLException {
        return address.withDatabase(database)
                .dataSource(new Login(PostgresServer.SUPERUSER, password))
                .getConnection();
    }

    private Login superuser() {
        return new Login(PostgresServer.SUPERUSER, passwords.of(PostgresServer.SUPERUSER));
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next();
        }
    }
}
