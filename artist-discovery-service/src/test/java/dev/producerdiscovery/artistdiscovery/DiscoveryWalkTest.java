package dev.producerdiscovery.artistdiscovery;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.web.walk.OutageWalk;
import dev.producerdiscovery.worker.autoconfigure.WorkerAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Without its worker, whose Spotify has nothing to say to what the walk starts. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "management.endpoint.health.validate-group-membership=false")
@EnableAutoConfiguration(exclude = WorkerAutoConfiguration.class)
class DiscoveryWalkTest extends OutageWalk {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    DiscoveryWalkTest() {
        super(DATABASE);
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        DATABASE.springProperties().forEach((name, value) -> properties.add(name, () -> value));
        Spotify.SHARED.configure(properties);
    }
}
