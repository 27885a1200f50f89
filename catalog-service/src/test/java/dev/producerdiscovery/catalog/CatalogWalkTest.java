package dev.producerdiscovery.catalog;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.web.walk.OutageWalk;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CatalogWalkTest extends OutageWalk {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    CatalogWalkTest() {
        super(DATABASE);
    }

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry properties) {
        CatalogFixture.write(DATABASE.owner());
        DATABASE.springProperties().forEach((name, value) -> properties.add(name, () -> value));
    }
}
