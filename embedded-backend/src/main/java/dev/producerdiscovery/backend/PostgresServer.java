package dev.producerdiscovery.backend;

import dev.producerdiscovery.migrations.PipelineRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The PostgreSQL process with the project's owner and database in it.
 *
 * <p>Every user of the machine can reach a port on loopback, and a superuser of PostgreSQL can run programs as the user
 * that started it. So everybody needs a password, and there is no socket in a folder that others write to.
 */
final class PostgresServer implements AutoCloseable {

    static final String DATABASE = "producer_discovery";
    static final String OWNER = "producer_discovery";
    static final String SUPERUSER = "postgres";

    /** Room for a loaded two-core machine that also recovers from a crash. */
    private static final String START_SECONDS = "120";

    private static final String STOP_SECONDS = "30";

    /** A free port may be taken by another before we have it; what a killed server leaves takes some seconds to end. */
    private static final int ATTEMPTS = 10;

    private final PostgresPrograms programs;
    private final Path data;
    private final DatabaseAddress address;
    private final Passwords passwords;
    private boolean closed;

    private PostgresServer(PostgresPrograms programs, Path data, int port, Passwords passwords) {
        this.programs = programs;
        this.data = data;
        this.address = new DatabaseAddress(Loopback.HOST, port, DATABASE);
        this.passwords = passwords;
    }

    /** All that have a password in PostgreSQL. */
    static List<String> users() {
        return Stream.concat(
                        Stream.of(SUPERUSER, OWNER),
                        Arrays.stream(PipelineRole.values()).map(PipelineRole::roleName))
                .toList();
    }

    /** @param folder this user's own, kept or temporary */
    static PostgresServer start(BackendOptions options, Path folder, Passwords passwords) {
        PostgresServer server;
        try {
            PostgresPrograms programs = PostgresPrograms.unpacked();
            Path data = folder.resolve("postgres");
            // The fast way to stop: the default one waits until every client has left.
            Orphan.end(data.resolve("postmaster.pid"), "postgres", "INT");
            new DatabaseFolder(data, options.dataFolder() != null)
                    .prepare(programs, SUPERUSER, passwords.of(SUPERUSER));
            int port = start(programs, data, folder.resolve("postgres.log"), options);
            server = new PostgresServer(programs, data, port, passwords);
        } catch (IOException e) {
            throw new BackendException("PostgreSQL did not start", e);
        }
        try {
            new Cluster(server.address, passwords).prepare(server.programs.major(), folder);
            return server;
        } catch (SQLException | IOException e) {
            server.close();
            throw new BackendException("PostgreSQL started but could not be prepared", e);
        }
    }

    /** Returns the port. That the server is ready, pg_ctl reads from the process it started, and from no other's answer. */
    private static int start(PostgresPrograms programs, Path data, Path log, BackendOptions options)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = options.postgresPort() == 0 ? Loopback.freePort() : options.postgresPort();
            Files.deleteIfExists(log);
            try {
                programs.run(
                        "pg_ctl",
                        "--pgdata=" + data,
                        "--log=" + log,
                        "--options=" + settings(port, options.durable()),
                        "--wait",
                        "--timeout=" + START_SECONDS,
                        "start");
                return port;
            } catch (IOException e) {
                ServerLog reason = new ServerLog(log);
                boolean passes = reason.says("pre-existing shared memory block")
                        || (options.postgresPort() == 0 && reason.says("could not bind"));
                if (attempt == ATTEMPTS || !passes) {
                    throw new IOException(
                            "on port " + port + ": " + reason.lastWords(String.valueOf(e.getMessage())), e);
                }
                pause();
            }
        }
    }

    /** A shell reads them, so there is nothing in them that it would take for its own. */
    private static String settings(int port, boolean durable) {
        String safe = durable ? "on" : "off";
        return "-p " + port + " -c listen_addresses=" + Loopback.HOST + " -c unix_socket_directories="
                + " -c timezone=UTC -c log_timezone=UTC -c max_connections=300 -c fsync=" + safe
                + " -c synchronous_commit=" + safe
                // A folder made elsewhere may name a locale that is not installed here.
                + " -c lc_messages=C -c lc_monetary=C -c lc_numeric=C -c lc_time=C";
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    DatabaseAddress address() {
        return address;
    }

    Login login(String user) {
        return new Login(user, passwords.of(user));
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            // When it is no longer there, there is nothing to stop.
            if (Files.exists(data.resolve("postmaster.pid"))) {
                programs.run(
                        "pg_ctl", "--pgdata=" + data, "--mode=fast", "--wait", "--timeout=" + STOP_SECONDS, "stop");
            }
        } catch (IOException e) {
            throw new BackendException("PostgreSQL on port " + address.port() + " did not stop", e);
        }
    }
}
