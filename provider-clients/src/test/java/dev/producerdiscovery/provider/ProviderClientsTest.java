package dev.producerdiscovery.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.producerdiscovery.provider.discogs.DiscogsClient;
import dev.producerdiscovery.provider.genius.GeniusClient;
import dev.producerdiscovery.provider.instagram.InstagramClient;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzClient;
import dev.producerdiscovery.provider.spotify.SpotifyClient;
import dev.producerdiscovery.provider.support.FakeProvider;
import dev.producerdiscovery.provider.support.TestApplication;
import dev.producerdiscovery.provider.wikidata.WikidataClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The clients as an application gets them, configured by the variables of the contract. */
class ProviderClientsTest {

    private final FakeProvider provider = new FakeProvider();

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void nothing_is_configured_by_default_and_nothing_fails() {
        try (ConfigurableApplicationContext application = start("MUSICBRAINZ_CONTACT=")) {
            assertThat(application.getBean(SpotifyClient.class).isConfigured()).isFalse();
            assertThat(application.getBean(MusicBrainzClient.class).isConfigured())
                    .isFalse();
            assertThat(application.getBean(GeniusClient.class).isConfigured()).isFalse();
            assertThat(application.getBean(DiscogsClient.class).isConfigured()).isFalse();
            assertThat(application.getBean(WikidataClient.class).isConfigured()).isFalse();
            assertThat(application.getBean(InstagramClient.class).isConfigured())
                    .isFalse();
        }
    }

    @Test
    void a_service_is_not_told_about_providers_that_it_does_not_use() {
        try (ConfigurableApplicationContext application = start()) {
            application.getBean(GeniusClient.class);

            assertThat(provider.budget().parks()).hasSize(1);
        }
    }

    @Test
    void the_variables_of_the_contract_configure_the_clients() {
        provider.answer("/accounts/api/token", "{'access_token': 't', 'expires_in': 3600}");
        provider.answer("/spotify/artists/a1", "{'id': 'a1', 'name': 'Hollow Lake', 'images': []}");
        provider.answer("/mb/artist/m1", "{'id': 'm1', 'name': 'Hollow Lake', 'relations': []}");
        provider.answer("/genius/artists/7", "{'response': {'artist': {'id': 7, 'name': 'Mara Vale'}}}");
        provider.answer("/discogs/artists/7", "{'id': 7, 'name': 'Mara Vale'}");
        provider.answer("/instagram", "{'username': 'maravale'}");

        try (ConfigurableApplicationContext application = start(
                "SPOTIFY_CLIENT_ID=id",
                "SPOTIFY_CLIENT_SECRET=hush",
                "SPOTIFY_API_URL=" + provider.url() + "/spotify",
                "SPOTIFY_ACCOUNTS_URL=" + provider.url() + "/accounts",
                "MUSICBRAINZ_API_URL=" + provider.url() + "/mb",
                "GENIUS_API_URL=" + provider.url() + "/genius",
                "GENIUS_ACCESS_TOKEN=hush",
                "DISCOGS_API_URL=" + provider.url() + "/discogs",
                "DISCOGS_TOKEN=hush",
                "INSTAGRAM_API_URL=" + provider.url() + "/instagram",
                "INSTAGRAM_API_KEY=hush")) {
            assertThat(application.getBean(SpotifyClient.class).artist("a1")).isPresent();
            assertThat(application.getBean(MusicBrainzClient.class).artist("m1"))
                    .isPresent();
            assertThat(application.getBean(GeniusClient.class).artist(7)).isPresent();
            assertThat(application.getBean(DiscogsClient.class).artist(7)).isPresent();
            assertThat(application.getBean(InstagramClient.class).profile("maravale"))
                    .isPresent();
        }
        assertThat(provider.requests())
                .allSatisfy(request -> assertThat(request.getUrl()).doesNotContain("hush"));
    }

    @Test
    void an_address_that_is_none_stops_the_application_from_starting() {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> start("GENIUS_API_URL=api.genius.com"))
                .havingRootCause()
                .withMessage("producer-discovery.providers.genius.api-url is no http or https URL: api.genius.com");
    }

    @Test
    void a_secret_does_not_show_in_its_text() {
        assertThat(Secret.valueOf("hush")).hasToString("***");
        assertThat(Secret.valueOf(" ")).hasToString("(not set)");
    }

    private ConfigurableApplicationContext start(String... variables) {
        return TestApplication.start(provider, variables);
    }
}
