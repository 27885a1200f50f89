package dev.producerdiscovery.worker.faults;

import dev.producerdiscovery.backend.DatabaseAddress;
import dev.producerdiscovery.backend.Login;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;

/**
 * PgBouncer in transaction mode before a database, where this machine has one.
 *
 * @see <a href="https://www.pgbouncer.org/config.html">PgBouncer's configuration</a>
 */
final class Pooler implements AutoCloseable {

    private static final String FOLDERS = System.getenv("PATH") + ":/usr/sbin:/usr/local/sbin";

    private final Process process;
    private final DatabaseAddress address;

    private Pooler(Process process, DatabaseAddress address) {
        this.process = process;
        this.address = address;
    }

    static boolean isAtHand() {
        return program().isPresent();
    }

    private static Optional<Path> program() {
        return Arrays.stream(FOLDERS.split(":"))
                .map(folder -> Path.of(folder, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param folder for its files, readable for everybody: it does not run as root */
    static Pooler before(DatabaseAddress server, Login login, Path folder) throws IOException {
        int port = freePort();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path settings = folder.resolve("pgbouncer.ini");
        Files.writeString(settings, """
                [databases]
                %s = host=%s port=%d user=%s password='%s'
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                default_pool_size = 5
                ignore_startup_parameters = extra_float_digits
                %s
                """.formatted(
                        server.database(),
                        server.host(),
                        server.port(),
                        login.user(),
                        login.password(),
                        port,
                        "root".equals(System.getProperty("user.name")) ? "user = nobody" : ""));
        Process process = new ProcessBuilder(program().orElseThrow().toString(), settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pgbouncer.log").toFile())
                .start();
        return new Pooler(process, new DatabaseAddress("127.0.0.1", port, server.database()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Without prepared statements, which it does not know before its version 1.21. */
    String jdbcUrl() {
        return address.jdbcUrl() + "?prepareThreshold=0";
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
