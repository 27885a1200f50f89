package dev.producerdiscovery.identification;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.worker.autoconfigure.WorkerAutoConfiguration;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.testing.ManualRunner;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The stage where nobody has a key for Genius. */
@SpringBootTest(properties = {"management.endpoint.health.validate-group-membership=false", "GENIUS_ACCESS_TOKEN="})
@EnableAutoConfiguration(exclude = WorkerAutoConfiguration.class)
class WithoutGeniusTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final WireMockServer SERVER = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        SERVER.start();
        DATABASE.springProperties().forEach((name, value) -> properties.add(name, () -> value));
        // Each test has its own truth at the same address.
        properties.add("PROVIDER_CACHE_ENABLED", () -> false);
        properties.add("MUSICBRAINZ_API_URL", () -> SERVER.baseUrl() + "/mb");
    }

    @Test
    void a_song_that_nobody_else_knows_does_not_wait_for_a_source_without_a_key(
            @Autowired IdentificationWorker worker, @Autowired DataSource dataSource) {
        Providers providers = new Providers(SERVER);
        providers.knowNothing();
        Catalogue catalogue = new Catalogue(DATABASE.owner(), "The Tin Foxes");
        UUID track = catalogue.track(
                catalogue.song("harbour lights"), catalogue.album("First Light", "1AAA"), "Harbour Lights", 1, null);

        String body = "{\"trackId\": \"%s\"}".formatted(track);

        assertThat(new ManualRunner(dataSource).run(worker, body).ending()).isEqualTo(Ending.DONE);
        assertThat(providers.asked()).containsExactly("/mb/url");
    }
}
