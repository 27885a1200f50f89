package dev.producerdiscovery.identification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.stage.testing.ProviderStandIn;
import dev.producerdiscovery.stage.testing.StageTest;
import dev.producerdiscovery.stage.testing.StandInFor;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.testing.ManualRunner;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The stage where nobody has a key for Genius. */
@StageTest(properties = "GENIUS_ACCESS_TOKEN=")
class WithoutGeniusTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final ProviderStandIn PROVIDERS = new ProviderStandIn();

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        PROVIDERS.surround(properties, DATABASE, StandInFor.MUSICBRAINZ);
    }

    @Test
    void a_song_that_nobody_else_knows_does_not_wait_for_a_source_without_a_key(
            @Autowired IdentificationWorker worker, @Autowired DataSource dataSource) {
        Providers providers = new Providers(PROVIDERS);
        providers.knowNothing();
        Catalogue catalogue = new Catalogue(DATABASE.owner(), "The Tin Foxes");
        UUID track = catalogue.track(
                catalogue.song("harbour lights"), catalogue.album("First Light", "1AAA"), "Harbour Lights", 1, null);

        String body = "{\"trackId\": \"%s\"}".formatted(track);

        assertThat(new ManualRunner(dataSource).run(worker, body).ending()).isEqualTo(Ending.DONE);
        assertThat(providers.asked()).containsExactly("/mb/url");
    }
}
