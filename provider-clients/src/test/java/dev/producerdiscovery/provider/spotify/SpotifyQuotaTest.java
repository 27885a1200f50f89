package dev.producerdiscovery.provider.spotify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.provider.Secret;
import dev.producerdiscovery.provider.facts.InMemoryProviderFacts;
import dev.producerdiscovery.provider.facts.ProviderFacts;
import dev.producerdiscovery.worker.budget.ProviderBudget;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpotifyQuotaTest {

    private final ProviderFacts facts = new InMemoryProviderFacts();
    private final SpotifyMode mode = new SpotifyMode(facts);

    private static SpotifyArtist artist(Integer... popularity) {
        return new SpotifyArtist(
                "a1", "Hollow Lake", null, popularity.length == 0 ? null : popularity[0], List.of(), null, null);
    }

    @Test
    void development_mode_has_a_quota_for_each_group_of_endpoints() {
        mode.learnFrom(List.of(artist()));
        assertThat(new SpotifyQuota(mode, null).callsADay("album")).isEqualTo(550);
    }

    @Test
    void as_long_as_the_mode_is_not_known_it_is_taken_for_development_mode() {
        assertThat(new SpotifyQuota(mode, null).callsADay("search")).isEqualTo(550);
    }

    @Test
    void outside_development_mode_there_is_none() {
        mode.learnFrom(List.of(artist(50)));
        assertThat(new SpotifyQuota(mode, null).callsADay("album")).isZero();
    }

    @Test
    void what_is_configured_holds_in_any_mode() {
        mode.learnFrom(List.of(artist(50)));
        assertThat(new SpotifyQuota(mode, 2_000).callsADay("album")).isEqualTo(2_000);
        assertThat(new SpotifyQuota(new SpotifyMode(new InMemoryProviderFacts()), 0).callsADay("album"))
                .isZero();
    }

    @Test
    void asking_for_a_token_is_not_counted() {
        assertThat(new SpotifyQuota(mode, 7).callsADay("token")).isEqualTo(ProviderBudget.EXEMPT);
    }

    @Test
    void a_server_that_stands_in_for_spotify_has_the_quota_that_is_configured_for_it() {
        assertThat(properties("", null).dailyQuota()).isNull();
        assertThat(properties("https://api.spotify.com/v1/", null).dailyQuota()).isNull();
        assertThat(properties("http://stand-in.example/v1", null).dailyQuota()).isZero();
        assertThat(properties("http://stand-in.example/v1", 70).dailyQuota()).isEqualTo(70);
    }

    @Test
    void the_client_tells_the_budget() {
        try (SpotifyFixture spotify = new SpotifyFixture()) {
            assertThat(spotify.provider.budget().quota("spotify", "album")).isZero();
        }
    }

    private static SpotifyProperties properties(String url, @Nullable Integer quota) {
        return new SpotifyProperties(url, "", "the-client-id", Secret.valueOf("hush"), "", quota);
    }
}
