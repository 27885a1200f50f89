package dev.producerdiscovery.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.backend.testing.TestDatabase;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Exports whose query fails at the first row, or somewhere in the midst of many. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class BrokenExportTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry properties) {
        DATABASE.springProperties().forEach((name, value) -> properties.add(name, () -> value));
        // Who reads slowly has one, and others read meanwhile.
        properties.add(TestDatabase.POOL_SIZE, () -> 10);
    }

    @TestConfiguration
    static class BrittleConfiguration {

        @Bean
        BrittleExport brittleExport(Export export, JdbcClient database, TransactionTemplate transaction) {
            return new BrittleExport(export, database, transaction);
        }
    }

    /** Its rows are numbers; the query fails at the row that the path names. */
    @RestController
    static class BrittleExport {

        private final Export export;
        private final JdbcClient database;
        private final TransactionTemplate transaction;

        BrittleExport(Export export, JdbcClient database, TransactionTemplate transaction) {
            this.export = export;
            this.database = database;
            this.transaction = transaction;
        }

        @GetMapping("/brittle-{row}/export.json")
        void json(@PathVariable int row, HttpServletResponse response) throws IOException {
            export.<String>json(response, "numbers", rows -> numbers(row, rows));
        }

        @GetMapping("/brittle-{row}/export.csv")
        void csv(@PathVariable int row, HttpServletResponse response) throws IOException {
            export.<String>csv(response, "numbers", false, List.of("n"), rows -> numbers(row, rows), List::of);
        }

        private void numbers(int failing, Consumer<String> rows) {
            transaction.executeWithoutResult(status -> {
                try (var numbers =
                        database.sql("""
                                select repeat('n', 500) || (1 / (cast(:failing as integer) - n))
                                from generate_series(1, 100000) n
                                """).param("failing", failing).withFetchSize(100).query(String.class).stream()) {
                    numbers.forEach(rows);
                }
            });
        }
    }

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv"})
    void a_query_that_fails_at_once_is_a_problem_and_no_short_file(String type) throws Exception {
        HttpResponse<String> answer = get("/brittle-1/export." + type);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv"})
    void a_query_that_fails_in_the_midst_breaks_the_answer_off(String type, CapturedOutput output) {
        assertThatThrownBy(() -> get("/brittle-20000/export." + type)).isInstanceOf(IOException.class);
        assertThat(output.getOut())
                .containsOnlyOnce("GET /brittle-20000/export." + type + " broke off in the midst")
                .doesNotContain("\tat ");
    }

    @Test
    void a_whole_export_ends_as_one() throws Exception {
        assertThat(get("/brittle-200000/export.json").body()).startsWith("[\"").endsWith("\"]");
    }

    @Test
    void over_a_protocol_whose_broken_answers_look_whole_nothing_is_exported() throws Exception {
        try (Socket socket = request("/producers/export.csv", "HTTP/1.0")) {
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 426");
        }
    }

    @Test
    void readers_who_do_not_read_leave_connections_to_the_others_and_are_no_error_when_they_go(CapturedOutput output)
            throws Exception {
        List<Socket> sleepers = new ArrayList<>();
        try {
            for (int i = 0; i < ExportDoor.MOST; i++) {
                Socket sleeper = request("/brittle-200000/export.json", "HTTP/1.1");
                sleepers.add(sleeper);
                InputStream answer = sleeper.getInputStream();
                assertThat(answer.read()).isEqualTo('H');
            }
            assertThat(get("/producers/export.json").statusCode()).isEqualTo(503);
            assertThat(get("/producers").statusCode()).isEqualTo(200);
        } finally {
            for (Socket sleeper : sleepers) {
                sleeper.close();
            }
        }
        await().untilAsserted(() ->
                assertThat(get("/producers/export.json").statusCode()).isEqualTo(200));
        assertThat(output.getOut()).doesNotContain("ERROR", "WARN", "\tat ");
    }

    private Socket request(String path, String protocol) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream()
                .write(("GET " + path + " " + protocol + "\r\nHost: localhost\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }
}
