package dev.producerdiscovery.artistdiscovery;

import dev.producerdiscovery.stage.testing.SpotifyStageTest;
import dev.producerdiscovery.stage.testing.StageTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/** The whole service with its HTTP face, which knows no artist at first. */
// Here as well: Spring looks for it beside the other annotation that imports something.
@StageTest
@AutoConfigureMockMvc
abstract class ServiceTest extends SpotifyStageTest {

    final Spotify spotify = new Spotify(PROVIDERS);

    @BeforeEach
    void forgetTheArtists() {
        spotify.reset();
    }
}
