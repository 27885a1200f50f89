package dev.producerdiscovery.catalog;

import dev.producerdiscovery.backend.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The catalogue as programs and people see it, on a real database and with the rights that it has in production. */
@SpringBootTest
@AutoConfigureMockMvc
abstract class RunningCatalog {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry properties) {
        CatalogFixture.write(DATABASE.owner());
        DATABASE.springProperties().forEach((name, value) -> properties.add(name, () -> value));
    }

    @Autowired
    MockMvcTester http;

    MvcTestResult get(String uri) {
        return http.get().uri(uri).exchange();
    }
}
