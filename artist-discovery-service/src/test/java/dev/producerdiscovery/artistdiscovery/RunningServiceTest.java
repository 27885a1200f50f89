package dev.producerdiscovery.artistdiscovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.stage.testing.ProviderStandIn;
import dev.producerdiscovery.stage.testing.StandInFor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service as it runs, taking messages from its queue by itself. Takes its database away in the end. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class RunningServiceTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final ProviderStandIn PROVIDERS = new ProviderStandIn();
    private static final String NOVA = "4aUv3Gz0yXr8Kq1LmN5tPd";

    private final Spotify spotify = new Spotify(PROVIDERS);
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        PROVIDERS.surround(properties, DATABASE, StandInFor.SPOTIFY);
    }

    @Test
    void a_worker_gives_up_a_silent_connection_before_its_leases_end_whatever_its_http_face_would_wait(
            @Autowired HikariDataSource pool) {
        assertThat(pool.getDataSourceProperties()).containsEntry("socketTimeout", "15");
    }

    @Test
    void an_artist_is_found_by_itself_and_a_database_that_goes_away_is_told() throws Exception {
        spotify.reset();
        spotify.search("Nova Quill", Spotify.full(NOVA, "Nova Quill", 12_000));

        HttpResponse<String> accepted = discover();

        assertThat(accepted.statusCode()).isEqualTo(202);
        String progress = accepted.headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(get(progress)).contains("\"state\":\"running\"", "\"artistName\":\"Nova Quill\""));

        DATABASE.close();

        HttpResponse<String> refused = discover();
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    private HttpResponse<String> discover() throws IOException, InterruptedException {
        return send(request("/discover")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"artistName\": \"Nova Quill\"}")));
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(request(path)).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
