package dev.producerdiscovery.backend;

import dev.producerdiscovery.migrations.PublicRights;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL process with the project's owner and database in it.
 *
 * <p>Every user of the machine can reach a port on loopback, and a superuser of PostgreSQL can run programs as the user
 * that started it. So a kept database asks for a password; a temporary one, which lives for a test, does not.
 */
final class PostgresServer implements AutoCloseable {

    private static final String DATABASE = "producer_discovery";
    private static final String OWNER = "producer_discovery";
    private static final String SUPERUSER = "postgres";

    private static final String PASSWORD_REQUIRED = """
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final EmbeddedPostgres process;
    private final DatabaseAddress address;
    private final String password;

    private PostgresServer(EmbeddedPostgres process, String password) {
        this.process = process;
        this.address = new DatabaseAddress("127.0.0.1", process.getPort(), DATABASE);
        this.password = password;
    }

    static PostgresServer start(BackendOptions options) {
        try {
            Path folder = options.dataFolder();
            if (folder != null) {
                // The fast way to stop: the default one waits until every client has left.
                Orphan.end(dataIn(folder).resolve("postmaster.pid"), "postgres", "INT");
            }
            String password = folder == null ? "local" : StoredPassword.in(Files.createDirectories(folder));
            PostgresServer server =
                    new PostgresServer(builder(options, password).start(), password);
            try {
                server.prepare(folder);
                return server;
            } catch (SQLException | IOException e) {
                server.close();
                throw new BackendException("PostgreSQL started but could not be prepared", e);
            }
        } catch (IOException | IllegalStateException e) {
            throw new BackendException("PostgreSQL did not start", e);
        }
    }

    private static EmbeddedPostgres.Builder builder(BackendOptions options, String password) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPort(options.postgresPort())
                // Room for a loaded two-core machine that also recovers from a crash.
                .setPGStartupWait(Duration.ofSeconds(60))
                // The binaries are unpacked once per user: another user's copy under a shared path is not ours to use.
                .setOverrideWorkingDirectory(
                        UserCache.folder().resolve("postgres").toFile())
                .setConnectConfig("password", password)
                .setServerConfig("timezone", "UTC")
                .setServerConfig("fsync", options.durable() ? "on" : "off")
                .setServerConfig("synchronous_commit", options.durable() ? "on" : "off");
        Path folder = options.dataFolder();
        if (folder != null) {
            builder.setDataDirectory(dataIn(folder)).setCleanDataDirectory(false);
        }
        return builder;
    }

    private static Path dataIn(Path folder) {
        return folder.resolve("postgres");
    }

    private void prepare(@Nullable Path folder) throws SQLException, IOException {
        try (Connection connection =
                        address.withDatabase("postgres").dataSource(superuser()).getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select from pg_roles where rolname = '" + OWNER + "'")) {
                statement.execute("create role " + OWNER + " login createrole password '" + password + "'");
                // Force-releasing an advisory lock ends the session that holds it.
                statement.execute("grant pg_signal_backend to " + OWNER);
            }
            if (!exists(statement, "select from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
            }
            // The first is what every further database is a copy of.
            for (String database : List.of("template1", DATABASE)) {
                PublicRights.revoke(address.withDatabase(database).dataSource(superuser()));
            }
            if (folder != null) {
                statement.execute("alter role " + SUPERUSER + " password '" + password + "'");
                Files.writeString(dataIn(folder).resolve("pg_hba.conf"), PASSWORD_REQUIRED);
                statement.execute("select pg_reload_conf()");
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

    Login owner() {
        return new Login(OWNER, password);
    }

    Login superuser() {
        return new Login(SUPERUSER, password);
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
