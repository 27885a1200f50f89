package dev.producerdiscovery.backend;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The PostgreSQL process with the project's owner and database in it. */
final class PostgresServer implements AutoCloseable {

    static final Login SUPERUSER = new Login("postgres", "local");

    private static final String DATABASE = "producer_discovery";

    private final EmbeddedPostgres process;
    private final DatabaseAddress address;

    private PostgresServer(EmbeddedPostgres process) {
        this.process = process;
        this.address = new DatabaseAddress("127.0.0.1", process.getPort(), DATABASE);
    }

    static PostgresServer start(BackendOptions options, Login owner) {
        try {
            PostgresServer server = new PostgresServer(builder(options).start());
            try {
                server.createOwnerAndDatabase(owner);
                return server;
            } catch (SQLException e) {
                server.close();
                throw new BackendException("PostgreSQL started but could not be prepared", e);
            }
        } catch (IOException | IllegalStateException e) {
            throw new BackendException("PostgreSQL did not start", e);
        }
    }

    private static EmbeddedPostgres.Builder builder(BackendOptions options) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPort(options.postgresPort())
                // Room for a loaded two-core machine that also recovers from a crash.
                .setPGStartupWait(Duration.ofSeconds(60))
                // The binaries are unpacked once per user: another user's copy under a shared path is not ours to use.
                .setOverrideWorkingDirectory(
                        UserCache.folder().resolve("postgres").toFile())
                .setServerConfig("timezone", "UTC")
                .setServerConfig("fsync", options.durable() ? "on" : "off")
                .setServerConfig("synchronous_commit", options.durable() ? "on" : "off");
        Path folder = options.dataFolder();
        if (folder != null) {
            Path data = Files.createDirectories(folder).resolve("postgres");
            builder.setDataDirectory(data).setCleanDataDirectory(false);
        }
        return builder;
    }

    private void createOwnerAndDatabase(Login owner) throws SQLException {
        try (Connection connection =
                        address.withDatabase("postgres").dataSource(SUPERUSER).getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select from pg_roles where rolname = '" + owner.user() + "'")) {
                statement.execute(
                        "create role " + owner.user() + " login createrole password '" + owner.password() + "'");
                // Force-releasing an advisory lock ends the session that holds it.
                statement.execute("grant pg_signal_backend to " + owner.user());
            }
            if (!exists(statement, "select from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + owner.user());
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next();
        }
    }

    DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        try {
            process.close();
        } catch (IOException e) {
            throw new BackendException("PostgreSQL on port " + address.port() + " did not stop", e);
        }
    }
}
