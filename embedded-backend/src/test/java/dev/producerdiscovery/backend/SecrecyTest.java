package dev.producerdiscovery.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.migrations.PipelineRole;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other users of the machine reach the ports and look at files and processes. */
class SecrecyTest {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    @TempDir
    private static Path folder;

    private static EmbeddedBackend backend;

    @BeforeAll
    static void start() {
        backend = EmbeddedBackend.start(BackendOptions.keptIn(folder));
        backend.migrate();
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void every_user_of_the_database_has_a_password_of_its_own() throws SQLException {
        Login worker = backend.login(PipelineRole.WORKER);
        backend.dataSource(worker).getConnection().close();
        for (Login other : List.of(
                backend.owner(),
                backend.superuser(),
                backend.login(PipelineRole.OPERATOR),
                backend.login(PipelineRole.READER))) {
            assertThatThrownBy(() -> backend.dataSource(new Login(other.user(), worker.password()))
                            .getConnection()
                            .close())
                    .as(other.user())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void a_temporary_database_asks_for_a_password_too() {
        try (EmbeddedBackend temporary = EmbeddedBackend.start(BackendOptions.temporary())) {
            assertThatThrownBy(() -> temporary
                            .dataSource(new Login("postgres", ""))
                            .getConnection()
                            .close())
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void nobody_else_may_read_any_file_of_it() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> !Files.isSymbolicLink(file)))
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))
                            .isSubsetOf(OWNER_ONLY));
        }
    }

    @Test
    void no_password_is_seen_in_the_list_of_processes() {
        List<String> secrets =
                List.of(backend.owner().password(), backend.superuser().password(), redisPassword());
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse("")))
                .noneMatch(line -> secrets.stream().anyMatch(line::contains));
    }

    @Test
    void redis_answers_nobody_without_the_password() throws IOException {
        assertThat(ask("GET a")).startsWith("-NOAUTH");
        assertThat(ask("AUTH guessed", "GET a")).startsWith("-");
        assertThat(ask("AUTH " + redisPassword(), "PING")).isEqualTo("+PONG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONFIG SET dir /tmp",
                "CONFIG GET dir",
                "SAVE",
                "BGSAVE",
                "DEBUG SLEEP 0",
                "MODULE LOAD /tmp/any.so",
                "REPLICAOF 127.0.0.1 1",
                "SLAVEOF 127.0.0.1 1",
                "SHUTDOWN NOSAVE",
                "ACL LIST",
                "MONITOR",
                "CLIENT KILL TYPE normal",
                "MIGRATE 127.0.0.1 1 key 0 10"
            })
    void redis_does_for_nobody_what_is_not_about_the_data(String command) throws IOException {
        assertThat(ask("AUTH " + redisPassword(), command)).startsWith("-NOPERM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EVAL \"redis.call('config','set','dir','/tmp')\" 0", "EVAL \"redis.call('save')\" 0"})
    void a_script_may_do_no_more(String command) throws IOException {
        assertThat(ask("AUTH " + redisPassword(), command)).startsWith("-ERR").contains("script");
    }

    private static String redisPassword() {
        return URI.create(backend.redisUrl()).getUserInfo().replaceFirst(".*:", "");
    }

    /** Inline commands, and the first line of the last answer. */
    private static String ask(String... commands) throws IOException {
        try (Socket socket =
                new Socket(Loopback.address(), URI.create(backend.redisUrl()).getPort())) {
            BufferedReader answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            String answer = "";
            for (String command : commands) {
                socket.getOutputStream().write((command + "\r\n").getBytes(UTF_8));
                answer = answers.readLine();
            }
            return answer;
        }
    }
}
