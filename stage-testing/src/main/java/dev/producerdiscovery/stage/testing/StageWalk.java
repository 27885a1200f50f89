package dev.producerdiscovery.stage.testing;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.web.walk.OutageWalk;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Walks the endpoints of a stage, whose providers have nothing to say to what the walk starts. */
@StageTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class StageWalk extends OutageWalk {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final ProviderStandIn PROVIDERS = new ProviderStandIn();

    protected StageWalk() {
        super(DATABASE);
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        PROVIDERS.surround(properties, DATABASE, StandInFor.values());
    }
}
