package dev.producerdiscovery.trackdiscovery;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.worker.autoconfigure.WorkerAutoConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on a real database, with a Spotify of ours. Nothing is taken from the queue but by hand. */
@SpringBootTest(properties = "management.endpoint.health.validate-group-membership=false")
@EnableAutoConfiguration(exclude = WorkerAutoConfiguration.class)
abstract class ServiceTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final WireMockServer SERVER = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

    final Spotify spotify = new Spotify(SERVER);

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        SERVER.start();
        DATABASE.springProperties().forEach((name, value) -> properties.add(name, () -> value));
        // Each test has its own truth at the same address.
        properties.add("PROVIDER_CACHE_ENABLED", () -> false);
        properties.add("SPOTIFY_API_URL", () -> SERVER.baseUrl() + "/v1");
        properties.add("SPOTIFY_ACCOUNTS_URL", SERVER::baseUrl);
        properties.add("SPOTIFY_CLIENT_ID", () -> "id");
        properties.add("SPOTIFY_CLIENT_SECRET", () -> "secret");
    }

    @BeforeEach
    void forgetEverything() {
        spotify.reset();
    }
}
