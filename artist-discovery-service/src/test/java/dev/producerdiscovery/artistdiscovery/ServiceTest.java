package dev.producerdiscovery.artistdiscovery;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.worker.autoconfigure.WorkerAutoConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on a real database, with a Spotify of ours. Nothing is taken from the queue but by hand. */
@SpringBootTest(properties = "management.endpoint.health.validate-group-membership=false")
@AutoConfigureMockMvc
@EnableAutoConfiguration(exclude = WorkerAutoConfiguration.class)
abstract class ServiceTest {

    static final TestDatabase DATABASE = TestDatabase.fresh();

    final Spotify spotify = Spotify.SHARED;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        DATABASE.springProperties().forEach((name, value) -> properties.add(name, () -> value));
        // Each test has its own truth at the same address.
        properties.add("PROVIDER_CACHE_ENABLED", () -> false);
        Spotify.SHARED.configure(properties);
    }

    @BeforeEach
    void forgetTheArtists() {
        spotify.reset();
    }
}
