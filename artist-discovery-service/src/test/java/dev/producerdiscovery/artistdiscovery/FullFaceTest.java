package dev.producerdiscovery.artistdiscovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.stage.testing.ProviderStandIn;
import dev.producerdiscovery.stage.testing.StandInFor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The running service while callers who begin requests and do not end them hold every place of its HTTP face. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "producer-discovery.web.connections.most=" + FullFaceTest.MOST,
            "producer-discovery.web.connections.head-within=5m",
            "producer-discovery.web.connections.body-within=5m",
            "server.tomcat.connection-timeout=5m",
        })
@DirtiesContext
class FullFaceTest {

    /** Several times the connections to the database, so that a request which took one too early would be noticed. */
    static final int MOST = 60;

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final ProviderStandIn PROVIDERS = new ProviderStandIn();
    private static final String NOVA = "4aUv3Gz0yXr8Kq1LmN5tPd";

    private final Spotify spotify = new Spotify(PROVIDERS);
    private final JdbcClient owner = JdbcClient.create(DATABASE.owner());
    private final List<Socket> sockets = new ArrayList<>();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        PROVIDERS.surround(properties, DATABASE, StandInFor.SPOTIFY);
    }

    @AfterEach
    void leave() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /discover/1 HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
                "POST /discover HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 1000\r\n\r\n{\"artistName\": \"",
            })
    void what_is_queued_is_worked_off_meanwhile(String begun, @Autowired Discoveries discoveries) throws IOException {
        spotify.reset();
        spotify.search("Nova Quill", Spotify.full(NOVA, "Nova Quill", 12_000));
        for (int i = 0; i < 2 * MOST; i++) {
            begin(begun);
        }
        requireFull();

        UUID run = discoveries
                .start(List.of(new ArtistQuery("Nova Quill", null, null)), false)
                .getFirst()
                .correlationId();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(wentOn(run)).isTrue());
        requireFull();
    }

    private boolean wentOn(UUID run) {
        return owner.sql("""
                        select exists (
                            select from pgmq.q_album_discovery
                             where message ->> '_correlationId' = ?::text)
                        """).param(run.toString()).query(Boolean.class).single();
    }

    /** Nobody has a place but those who came last: they took the others'. */
    private void requireFull() throws IOException {
        for (Socket socket : sockets.subList(0, MOST)) {
            socket.setSoTimeout(10_000);
            socket.getInputStream().readAllBytes();
        }
        for (Socket socket : sockets.subList(MOST, 2 * MOST)) {
            assertThat(socket.getInputStream().available()).as("answers").isZero();
        }
    }

    private void begin(String begun) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.add(socket);
        socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
    }
}
