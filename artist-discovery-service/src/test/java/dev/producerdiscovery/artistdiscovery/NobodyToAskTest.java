package dev.producerdiscovery.artistdiscovery;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.stage.testing.ProviderStandIn;
import dev.producerdiscovery.stage.testing.StageTest;
import dev.producerdiscovery.web.InvalidField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With neither key, contact nor dump. */
@StageTest
class NobodyToAskTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        new ProviderStandIn().surround(properties, DATABASE);
    }

    @Test
    void a_run_that_could_never_end_is_refused_with_what_is_missing(@Autowired Discoveries discoveries) {
        assertThatExceptionOfType(InvalidField.class)
                .isThrownBy(() -> discoveries.start(List.of(new ArtistQuery("Nova Quill", null, null)), false))
                .withMessageContaining("MUSICBRAINZ_CONTACT")
                .withMessageContaining("dump");
    }
}
