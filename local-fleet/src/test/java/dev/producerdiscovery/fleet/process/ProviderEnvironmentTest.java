package dev.producerdiscovery.fleet.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.descriptor.MusicCatalogue;
import dev.producerdiscovery.descriptor.Providers;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProviderEnvironmentTest {

    private static final String SIMULATOR = "http://127.0.0.1:8090";

    @Test
    void without_any_key_the_simulator_answers_for_everybody() {
        ProviderEnvironment providers = new ProviderEnvironment(Map.of("HOME", "/home/somebody"));

        assertThat(providers.simulated()).isTrue();
        assertThat(providers.environment(SIMULATOR)).containsEntry("PRODUCER_DISCOVERY_SIMULATOR_URL", SIMULATOR);
    }

    @Test
    void once_spotify_is_real_the_simulator_answers_for_nobody() {
        ProviderEnvironment providers =
                new ProviderEnvironment(Map.of("SPOTIFY_CLIENT_ID", "id", "SPOTIFY_CLIENT_SECRET", "secret"));

        assertThat(providers.simulated()).isFalse();
        assertThat(providers.environment(""))
                .containsOnly(Map.entry("SPOTIFY_CLIENT_ID", "id"), Map.entry("SPOTIFY_CLIENT_SECRET", "secret"));
    }

    @Test
    void a_contact_alone_is_enough_for_real_music_as_musicbrainz_is_a_catalogue_too() {
        ProviderEnvironment providers = new ProviderEnvironment(Map.of("MUSICBRAINZ_CONTACT", "me@example.org"));

        assertThat(providers.simulated()).isFalse();
        assertThat(providers.environment("")).containsOnly(Map.entry("MUSICBRAINZ_CONTACT", "me@example.org"));
        assertThat(providers.catalogue()).isEqualTo("MusicBrainz");
        assertThat(providers.describe()).isEqualTo("MusicBrainz as catalogue");
    }

    @Test
    void spotify_leads_with_all_of_its_keys() {
        Map<String, String> variables = new HashMap<>(
                Map.of("MUSICBRAINZ_CONTACT", "me@example.org", "GENIUS_ACCESS_TOKEN", "t", "SPOTIFY_CLIENT_ID", "id"));
        assertThat(new ProviderEnvironment(variables).describe())
                .isEqualTo("MusicBrainz as catalogue, Spotify, Genius");

        variables.put("SPOTIFY_CLIENT_SECRET", "secret");
        assertThat(new ProviderEnvironment(variables).describe())
                .isEqualTo("Spotify as catalogue, MusicBrainz, Genius");
    }

    @Test
    void spotify_without_its_keys_is_refused_before_anything_is_started() {
        assertThatThrownBy(() -> new ProviderEnvironment(Map.of("MUSICBRAINZ_CONTACT", "me@example.org"))
                        .require(MusicCatalogue.SPOTIFY))
                .isInstanceOf(FleetException.class)
                .hasMessageContaining("SPOTIFY_CLIENT_SECRET")
                .hasMessageContaining("let MusicBrainz answer");
        new ProviderEnvironment(Map.of()).require(MusicCatalogue.SPOTIFY);
        new ProviderEnvironment(Map.of("SPOTIFY_CLIENT_ID", "id", "SPOTIFY_CLIENT_SECRET", "secret"))
                .require(MusicCatalogue.MUSICBRAINZ);
    }

    @Test
    void whoever_has_nothing_but_an_imported_dump_can_do_without_the_simulator() {
        ProviderEnvironment providers = new ProviderEnvironment(Map.of("PRODUCER_DISCOVERY_SIMULATOR_OFF", "yes"));

        assertThat(providers.simulated()).isFalse();
        assertThat(providers.catalogue()).isEqualTo("MusicBrainz");
    }

    @Test
    void what_the_simulator_s_description_says_of_real_music_names_both_ways() {
        assertThat(new ProviderEnvironment(Map.of()).describe())
                .contains("MUSICBRAINZ_CONTACT", "SPOTIFY_CLIENT_ID", "SPOTIFY_CLIENT_SECRET");
    }

    @Test
    void an_address_alone_makes_a_provider_real() {
        assertThat(new ProviderEnvironment(Map.of("SPOTIFY_API_URL", "http://127.0.0.1:1/spotify")).simulated())
                .isFalse();
    }

    @Test
    void a_blank_variable_counts_as_not_given() {
        assertThat(new ProviderEnvironment(Map.of("SPOTIFY_CLIENT_ID", " ")).simulated())
                .isTrue();
    }

    @Test
    void the_description_for_people_holds_no_key() {
        ProviderEnvironment providers =
                new ProviderEnvironment(Map.of("SPOTIFY_CLIENT_ID", "k3y", "GENIUS_ACCESS_TOKEN", "t0ken"));

        assertThat(providers.describe()).contains("Spotify", "Genius").doesNotContain("k3y", "t0ken");
    }

    @Test
    void a_market_alone_asks_for_no_real_music() {
        assertThat(new ProviderEnvironment(Map.of("SPOTIFY_MARKET", "DE", "SPOTIFY_RATE_LIMIT", "1/s")).simulated())
                .isTrue();
    }

    @Test
    void every_variable_of_every_provider_is_passed_on() {
        Map<String, String> all = Providers.all().stream()
                .flatMap(provider -> provider.variables().stream())
                .distinct()
                .collect(Collectors.toMap(variable -> variable, variable -> "set"));

        assertThat(new ProviderEnvironment(all).environment("")).containsExactlyInAnyOrderEntriesOf(all);
    }

    @Test
    void a_simulator_that_somebody_has_named_is_not_asked_by_those_who_may_not_know_that_spotify_is_real() {
        ProviderEnvironment providers = new ProviderEnvironment(
                Map.of("PRODUCER_DISCOVERY_SIMULATOR_URL", SIMULATOR, "SPOTIFY_CLIENT_ID", "id"));

        assertThat(providers.environment("")).containsKey("PRODUCER_DISCOVERY_SIMULATOR_OFF");
    }

    @Test
    void what_the_simulator_is_to_be_is_told_to_it_alone() {
        ProviderEnvironment providers =
                new ProviderEnvironment(Map.of("SIMULATOR_SIZE", "40", "SIMULATOR_SEED", "", "HOME", "/home/somebody"));

        assertThat(providers.simulatorEnvironment()).containsExactly(Map.entry("SIMULATOR_SIZE", "40"));
        assertThat(providers.environment(SIMULATOR)).doesNotContainKey("SIMULATOR_SIZE");
        assertThat(Blueprint.simulator(8090, providers.simulatorEnvironment()).environment())
                .containsEntry("SIMULATOR_SIZE", "40");
    }
}
