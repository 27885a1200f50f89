package dev.producerdiscovery.fleet.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.producerdiscovery.fleet.process.Backend;
import dev.producerdiscovery.fleet.process.FleetAddresses;
import dev.producerdiscovery.fleet.process.FleetException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetApiTest {

    private static final String RUN = "124c7ee9-2eb5-44be-b1b9-250ba102f932";
    private static final Map<String, String> NO_TOKEN = Map.of();

    private final List<String> authorizations = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String body = "{}";

    @BeforeEach
    void answer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Retry-After", "7");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | artistName must not be blank     | artistName must not be blank.
            401 | This needs the operator token.   | Set PRODUCER_DISCOVERY_OPERATOR_TOKEN
            403 | The reader token does not do.    | The fleet does not allow this: The reader token does not do.
            409 | It is being done.                | It is being done.
            422 | That is no artist.               | That is no artist.
            429 | Slowly.                          | Slowly. Try again in 7 s.
            503 | The database is away.            | answers 503: The database is away. Try again in 7 s.
            500 | <html>                           | answers 500
            """)
    void a_refusal_is_a_sentence(int refusal, String detail, String sentence) {
        status = refusal;
        body = detail.startsWith("<") ? detail : "{\"detail\": \"" + detail + "\"}";

        assertThatThrownBy(() -> api(NO_TOKEN).discover(Map.of("artistName", "Vi")))
                .isInstanceOf(FleetException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void a_run_that_does_not_exist_is_named() {
        status = 404;

        assertThatThrownBy(() -> api(NO_TOKEN).progress(RUN))
                .isInstanceOf(FleetException.class)
                .hasMessageContaining("There is no run " + RUN)
                .hasMessageContaining("./fleet runs");
    }

    @Test
    void a_service_that_is_away_does_not_end_the_watching() {
        status = 503;

        assertThat(api(NO_TOKEN).progressIfReachable(RUN)).isEmpty();
    }

    @Test
    void a_port_where_nobody_listens_is_a_sentence() throws IOException {
        int free;
        try (ServerSocket probe = new ServerSocket(0)) {
            free = probe.getLocalPort();
        }

        assertThatThrownBy(() -> new FleetApi(addresses(free), NO_TOKEN).progress(RUN))
                .isInstanceOf(FleetException.class)
                .hasMessageContaining("127.0.0.1:" + free + " does not answer");
    }

    @Test
    void another_program_on_the_port_is_recognised() {
        body = "<html>Welcome</html>";
        assertThatThrownBy(() -> api(NO_TOKEN).progress(RUN))
                .isInstanceOf(FleetException.class)
                .hasMessageContaining("another program may have this port");

        body = "{}";
        assertThatThrownBy(() -> api(NO_TOKEN).discover(Map.of("artistName", "Vi")))
                .hasMessageContaining("another program may have this port");
    }

    @Test
    void every_call_carries_the_token_that_opens_most() {
        api(Map.of("PRODUCER_DISCOVERY_READER_TOKEN", "reads", "PRODUCER_DISCOVERY_OPERATOR_TOKEN", " operates\n"))
                .progress(RUN);
        api(Map.of("PRODUCER_DISCOVERY_READER_TOKEN", "reads")).progress(RUN);
        api(NO_TOKEN).progress(RUN);

        assertThat(authorizations).containsExactly("Bearer operates", "Bearer reads", "null");
    }

    @Test
    void a_token_with_a_letter_that_cannot_be_seen_is_refused_without_showing_it() {
        assertThatThrownBy(() -> api(Map.of("PRODUCER_DISCOVERY_OPERATOR_TOKEN", "top\u200bsecret")))
                .isInstanceOf(FleetException.class)
                .hasMessageContaining("PRODUCER_DISCOVERY_OPERATOR_TOKEN")
                .hasMessageNotContaining("secret");
    }

    private FleetApi api(Map<String, String> environment) {
        return new FleetApi(addresses(server.getAddress().getPort()), environment);
    }

    private static FleetAddresses addresses(int port) {
        Backend none = new Backend("", "", "", "", "", Map.of());
        String url = "http://127.0.0.1:" + port;
        return new FleetAddresses(
                none,
                "",
                Map.of("artist-discovery-service", url, "queue-monitor-service", url, "catalog-service", url));
    }
}
