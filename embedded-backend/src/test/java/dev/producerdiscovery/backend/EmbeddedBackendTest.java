package dev.producerdiscovery.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBackendTest {

    @TempDir
    private Path folder;

    @Test
    void what_is_kept_is_there_again_with_the_same_password() throws SQLException {
        String uri;
        try (EmbeddedBackend backend = EmbeddedBackend.start(BackendOptions.keptIn(folder))) {
            execute(backend, "create table kept as select 1");
            uri = backend.database().libpqUri(backend.owner());
            assertThat(redis(backend, "SET kept yes")).startsWith("+OK");
        }
        try (EmbeddedBackend backend = EmbeddedBackend.start(BackendOptions.keptIn(folder))) {
            execute(backend, "insert into kept values (2)");
            assertThat(uri).contains(backend.owner().password());
            assertThat(redis(backend, "GET kept")).contains("yes");
        }
    }

    @Test
    void a_damaged_dump_of_redis_is_set_aside_and_the_rest_starts() throws Exception {
        Path redis = Files.createDirectories(folder.resolve("redis"));
        Files.writeString(redis.resolve("dump.rdb"), "REDIS0011 and then nothing that was ever written by it");

        try (EmbeddedBackend backend = EmbeddedBackend.start(BackendOptions.keptIn(folder))) {
            assertThat(redis(backend, "PING")).startsWith("+PONG");
        }
        assertThat(redis.resolve("dump.rdb.damaged")).exists();
    }

    /** As after the clock was set: by the new one the server started after it wrote its file. */
    @Test
    void a_server_is_found_by_its_folder_whatever_the_clock_says() throws Exception {
        try (EmbeddedBackend backend = EmbeddedBackend.start(BackendOptions.keptIn(folder))) {
            assertThat(redis(backend, "PING")).startsWith("+PONG");
            for (String file : List.of("postgres/postmaster.pid", "redis/redis.pid")) {
                Path pidFile = folder.resolve(file);
                Files.setLastModifiedTime(pidFile, FileTime.from(Instant.EPOCH));
                Path elsewhere = Files.copy(pidFile, folder.resolve("other.pid"), StandardCopyOption.REPLACE_EXISTING);
                String program = file.substring(0, file.indexOf('/'));

                if (Files.exists(Path.of("/proc/self/cwd"))) {
                    assertThat(Orphan.find(pidFile, program)).isPresent();
                    assertThat(Orphan.find(elsewhere, program))
                            .as("of another copy")
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void a_kept_database_asks_for_the_password_and_only_its_user_can_read_it() throws Exception {
        try (EmbeddedBackend backend = EmbeddedBackend.start(BackendOptions.keptIn(folder))) {
            Login stranger = new Login("postgres", "guessed");
            assertThatThrownBy(
                            () -> backend.dataSource(stranger).getConnection().close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("passwords"))))
                    .isEqualTo("rw-------");
            assertThat(backend.owner().toString())
                    .doesNotContain(backend.owner().password());
        }
    }

    @Test
    void a_durable_backend_waits_for_the_disk_and_a_temporary_one_does_not() throws SQLException {
        try (EmbeddedBackend durable = EmbeddedBackend.start(BackendOptions.keptIn(folder));
                EmbeddedBackend temporary = EmbeddedBackend.start(BackendOptions.temporary())) {
            assertThat(query(durable, "show fsync")).isEqualTo("on");
            assertThat(query(durable, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(temporary, "show fsync")).isEqualTo("off");
        }
    }

    @Test
    void what_a_killed_process_leaves_behind_is_taken_over() throws Exception {
        List<Integer> ports = freePorts();
        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BackendHost.class.getName(),
                        folder.toString(),
                        ports.get(0).toString(),
                        ports.get(1).toString())
                .redirectErrorStream(true)
                .start();
        awaitReady(host);
        // A service that is still connected must not keep the orphan alive.
        try (Connection service = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + ports.get(0) + "/postgres",
                "producer_discovery",
                Passwords.keptIn(folder.resolve("passwords"), List.of()).of("producer_discovery"))) {
            assertThat(service.isValid(1)).isTrue();
            takeOver(host, ports);
        }
    }

    private void takeOver(Process host, List<Integer> ports) throws Exception {
        host.destroyForcibly();
        assertThat(host.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(listens(ports.get(0))).as("PostgreSQL was orphaned").isTrue();

        try (EmbeddedBackend next =
                EmbeddedBackend.start(BackendOptions.keptIn(folder).onPorts(ports.get(0), ports.get(1)))) {
            next.migrate();
            assertThat(query(next, "select count(*) from queue_registry")).isEqualTo("5");
            assertThat(redis(next, "PING")).startsWith("+PONG");
        }
        assertThat(listens(ports.get(0))).isFalse();
        assertThat(listens(ports.get(1))).isFalse();
    }

    private static void awaitReady(Process host) throws IOException {
        BufferedReader output = new BufferedReader(new InputStreamReader(host.getInputStream(), UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals("ready")) {
                return;
            }
        }
        throw new AssertionError("the host ended before its backend was ready");
    }

    private static List<Integer> freePorts() throws IOException {
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket other = new ServerSocket(0)) {
            return List.of(one.getLocalPort(), other.getLocalPort());
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(Loopback.address(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** One inline command and the beginning of its answer. */
    private static String redis(EmbeddedBackend backend, String command) {
        URI url = URI.create(backend.redisUrl());
        String password = url.getUserInfo().replaceFirst(".*:", "");
        return redis(url.getPort(), "AUTH " + password, command);
    }

    private static String redis(int port, String... commands) {
        try (Socket socket = new Socket(Loopback.address(), port)) {
            BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            String first = "";
            for (String command : commands) {
                socket.getOutputStream().write((command + "\r\n").getBytes(UTF_8));
                first = answer.readLine();
            }
            return first.startsWith("$") && !first.equals("$-1") ? answer.readLine() : first;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void execute(EmbeddedBackend backend, String sql) throws SQLException {
        try (Connection connection = backend.dataSource(backend.owner()).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedBackend backend, String sql) throws SQLException {
        try (Connection connection = backend.dataSource(backend.owner()).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
