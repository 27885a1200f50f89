package dev.producerdiscovery.stage.testing;

import dev.producerdiscovery.backend.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A stage that asks Spotify unless a message says otherwise, on a real database. */
@StageTest
public abstract class SpotifyStageTest {

    protected static final TestDatabase DATABASE = TestDatabase.fresh();
    protected static final ProviderStandIn PROVIDERS = new ProviderStandIn();

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        PROVIDERS.surround(properties, DATABASE, StandInFor.SPOTIFY, StandInFor.MUSICBRAINZ);
    }

    /** Before what a test's own class prepares. */
    @BeforeEach
    void forgetEverything() {
        PROVIDERS.reset();
    }
}
