package dev.producerdiscovery.web.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "producer-discovery.web.max-body=1KB",
            "producer-discovery.web.operator-token=operator-secret-of-a-test",
        })
class TransportTest {

    private static final String LONG_NAME = "{\"name\": \"" + "x".repeat(2000) + "\"}";

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void a_long_body_is_refused_whether_it_says_its_length_or_not() throws Exception {
        assertThat(post(BodyPublishers.ofString(LONG_NAME)).statusCode()).isEqualTo(413);
        HttpResponse<String> chunked = post(BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(LONG_NAME.getBytes(StandardCharsets.UTF_8))));
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(chunked.body()).contains("1024 bytes");
        assertThat(post(BodyPublishers.ofString("{\"name\": \"x\"}")).statusCode())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/assets/../things", "/webjars/x/../../things", "/assets/..;/things", "/assets/%2e%2e/things"})
    void an_open_path_is_no_way_around_the_token(String path) throws Exception {
        // A plain socket, because clients straighten such paths themselves.
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("GET " + path + "?page=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer.lines().findFirst())
                    .hasValueSatisfying(status -> assertThat(status).matches("HTTP/1.1 40[01].*"));
        }
    }

    @Test
    void every_answer_tells_browsers_to_stay_here() throws Exception {
        HttpResponse<String> answer = client.send(request("/things").build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy -> assertThat(policy).contains("default-src 'self'", "frame-ancestors 'none'"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"/things?page=1, 200", "/assets/style.css, 200", "/nowhere, 404", "/a;b, 400", "/things?page=%00, 400"})
    void whatever_the_answer_its_headers_are_the_same(String path, int status) throws Exception {
        HttpResponse<String> answer = client.send(
                request(path)
                        .header("Authorization", "Bearer operator-secret-of-a-test")
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().map())
                .containsEntry(
                        "content-security-policy",
                        List.of("default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                                + "form-action 'self'; frame-ancestors 'none'"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("x-frame-options", List.of("DENY"))
                .containsEntry("cross-origin-opener-policy", List.of("same-origin"))
                .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
                .containsEntry("referrer-policy", List.of("same-origin"))
                .containsEntry("cache-control", List.of(path.startsWith("/assets") ? "no-cache" : "no-store"))
                .doesNotContainKeys("set-cookie", "pragma", "expires", "strict-transport-security");
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        return client.send(
                request("/things")
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer operator-secret-of-a-test")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }
}
