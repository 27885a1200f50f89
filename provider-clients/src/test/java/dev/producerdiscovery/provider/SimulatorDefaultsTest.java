package dev.producerdiscovery.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SimulatorDefaultsTest {

    private static final String SIMULATOR = "http://127.0.0.1:8090";

    @Test
    void the_simulator_answers_for_every_provider_without_a_key() {
        StandardEnvironment environment = environment(Map.of("PRODUCER_DISCOVERY_SIMULATOR_URL", SIMULATOR));

        assertThat(environment.getProperty("producer-discovery.providers.spotify.api-url"))
                .isEqualTo(SIMULATOR + "/spotify/v1");
        assertThat(environment.getProperty("producer-discovery.providers.genius.api-url"))
                .isEqualTo(SIMULATOR + "/genius");
        assertThat(environment.getProperty("producer-discovery.budget.rates.musicbrainz"))
                .isEqualTo("0");
        assertThat(environment.getProperty("producer-discovery.providers.cache.enabled"))
                .isEqualTo("false");
    }

    @Test
    void what_somebody_has_set_holds_for_the_simulator_too() {
        StandardEnvironment environment = environment(Map.of(
                "PRODUCER_DISCOVERY_SIMULATOR_URL",
                SIMULATOR,
                "GENIUS_RATE_LIMIT",
                "3/s",
                "PROVIDER_CACHE_ENABLED",
                "true"));

        assertThat(environment.getProperty("producer-discovery.budget.rates.genius"))
                .isNull();
        assertThat(environment.getProperty("producer-discovery.providers.cache.enabled"))
                .isNull();
    }

    @Test
    void once_spotify_has_a_key_the_simulator_answers_for_nobody() {
        StandardEnvironment environment =
                environment(Map.of("PRODUCER_DISCOVERY_SIMULATOR_URL", SIMULATOR, "SPOTIFY_CLIENT_ID", "an id"));

        assertThat(environment.getProperty("producer-discovery.providers.spotify.api-url"))
                .isNull();
        assertThat(environment.getProperty("producer-discovery.providers.genius.api-url"))
                .isNull();
    }

    @Test
    void once_musicbrainz_has_a_contact_the_simulator_answers_for_nobody_either() {
        StandardEnvironment environment = environment(
                Map.of("PRODUCER_DISCOVERY_SIMULATOR_URL", SIMULATOR, "MUSICBRAINZ_CONTACT", "me@example.org"));

        assertThat(environment.getProperty("producer-discovery.providers.spotify.api-url"))
                .isNull();
        assertThat(environment.getProperty("producer-discovery.providers.genius.api-url"))
                .isNull();
    }

    @Test
    void a_market_alone_does_not_make_spotify_real() {
        StandardEnvironment environment =
                environment(Map.of("PRODUCER_DISCOVERY_SIMULATOR_URL", SIMULATOR, "SPOTIFY_MARKET", "DE"));

        assertThat(environment.getProperty("producer-discovery.providers.spotify.api-url"))
                .isEqualTo(SIMULATOR + "/spotify/v1");
    }

    @Test
    void whoever_may_not_know_spotify_s_key_is_told_that_it_is_real() {
        StandardEnvironment environment = environment(
                Map.of("PRODUCER_DISCOVERY_SIMULATOR_URL", SIMULATOR, "PRODUCER_DISCOVERY_SIMULATOR_OFF", "yes"));

        assertThat(environment.getProperty("producer-discovery.providers.genius.api-url"))
                .isNull();
    }

    @Test
    void without_a_simulator_nothing_changes() {
        assertThat(environment(Map.of()).getPropertySources().contains("simulator"))
                .isFalse();
    }

    private static StandardEnvironment environment(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", variables));
        new SimulatorDefaults().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
