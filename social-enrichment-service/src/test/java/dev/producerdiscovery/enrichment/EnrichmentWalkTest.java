package dev.producerdiscovery.enrichment;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.web.walk.OutageWalk;
import dev.producerdiscovery.worker.autoconfigure.WorkerAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Without its worker, which would ask the sources. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.endpoint.health.validate-group-membership=false"})
@EnableAutoConfiguration(exclude = WorkerAutoConfiguration.class)
class EnrichmentWalkTest extends OutageWalk {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    EnrichmentWalkTest() {
        super(DATABASE);
    }

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry properties) {
        DATABASE.springProperties().forEach((name, value) -> properties.add(name, () -> value));
    }
}
