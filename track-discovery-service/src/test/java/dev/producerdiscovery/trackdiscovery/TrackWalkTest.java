package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.web.walk.OutageWalk;
import dev.producerdiscovery.worker.autoconfigure.WorkerAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Without its worker, which would ask Spotify. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.endpoint.health.validate-group-membership=false",
            "SPOTIFY_CLIENT_ID=id",
            "SPOTIFY_CLIENT_SECRET=secret"
        })
@EnableAutoConfiguration(exclude = WorkerAutoConfiguration.class)
class TrackWalkTest extends OutageWalk {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    TrackWalkTest() {
        super(DATABASE);
    }

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry properties) {
        DATABASE.springProperties().forEach((name, value) -> properties.add(name, () -> value));
    }
}
