package dev.producerdiscovery.monitor;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.migrations.PipelineRole;
import dev.producerdiscovery.web.walk.OutageWalk;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MonitorWalkTest extends OutageWalk {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    MonitorWalkTest() {
        super(DATABASE);
    }

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry properties) {
        DATABASE.springProperties(PipelineRole.OPERATOR).forEach((name, value) -> properties.add(name, () -> value));
    }

    @Override
    protected Map<String, String> known() {
        return Map.of("queue", "artist_discovery", "name", "artist_discovery");
    }
}
