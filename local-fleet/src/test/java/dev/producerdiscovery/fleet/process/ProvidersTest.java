package dev.producerdiscovery.fleet.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvidersTest {

    private static final String SIMULATOR = "http://127.0.0.1:8090";

    @Test
    void without_any_key_the_simulator_answers_for_everybody() {
        Providers providers = new Providers(Map.of("HOME", "/home/somebody"));

        assertThat(providers.simulated()).isTrue();
        assertThat(providers.environment(SIMULATOR)).containsEntry("PRODUCER_DISCOVERY_SIMULATOR_URL", SIMULATOR);
    }

    @Test
    void once_spotify_is_real_the_simulator_answers_for_nobody() {
        Providers providers = new Providers(Map.of("SPOTIFY_CLIENT_ID", "id", "SPOTIFY_CLIENT_SECRET", "secret"));

        assertThat(providers.simulated()).isFalse();
        assertThat(providers.environment(""))
                .containsOnly(Map.entry("SPOTIFY_CLIENT_ID", "id"), Map.entry("SPOTIFY_CLIENT_SECRET", "secret"));
    }

    @Test
    void an_address_alone_makes_a_provider_real() {
        assertThat(new Providers(Map.of("SPOTIFY_API_URL", "http://127.0.0.1:1/spotify")).simulated())
                .isFalse();
    }

    @Test
    void a_blank_variable_counts_as_not_given() {
        assertThat(new Providers(Map.of("SPOTIFY_CLIENT_ID", " ")).simulated()).isTrue();
    }

    @Test
    void the_description_for_people_holds_no_key() {
        Providers providers = new Providers(Map.of("SPOTIFY_CLIENT_ID", "k3y", "GENIUS_ACCESS_TOKEN", "t0ken"));

        assertThat(providers.describe()).contains("Spotify", "Genius").doesNotContain("k3y", "t0ken");
    }
}
