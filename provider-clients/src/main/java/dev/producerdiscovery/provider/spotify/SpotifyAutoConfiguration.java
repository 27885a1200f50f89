package dev.producerdiscovery.provider.spotify;

import dev.producerdiscovery.provider.facts.ProviderFacts;
import dev.producerdiscovery.provider.http.Authorisation;
import dev.producerdiscovery.provider.http.ProviderHttp;
import dev.producerdiscovery.provider.http.ProviderHttpFactory;
import dev.producerdiscovery.provider.http.StandardDialect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpHeaders;

@AutoConfiguration
@EnableConfigurationProperties(SpotifyProperties.class)
class SpotifyAutoConfiguration {

    /** Spotify counts calls over 30 seconds. */
    private static final Duration RATE_WINDOW = Duration.ofSeconds(30);

    @Bean
    @Lazy
    SpotifyClient spotifyClient(ProviderHttpFactory factory, SpotifyProperties properties, ProviderFacts facts) {
        if (!properties.isConfigured()) {
            factory.switchOff(SpotifyClient.PROVIDER, "SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET are not set");
        }
        StandardDialect standard = factory.standardDialect(RATE_WINDOW);
        ProviderHttp accounts = factory.create(
                SpotifyClient.PROVIDER,
                new AccountsDialect(standard),
                Authorisation.fixed("Basic "
                        + HttpHeaders.encodeBasicAuth(
                                properties.clientId(), properties.clientSecret().reveal(), StandardCharsets.UTF_8)),
                Map.of(),
                null);
        SpotifyToken token =
                new SpotifyToken(accounts, URI.create(properties.accountsUrl() + "/api/token"), factory.clock());
        ProviderHttp api = factory.create(
                SpotifyClient.PROVIDER, new SpotifyDialect(standard), token, Map.of(), SpotifyClient.probe(properties));
        SpotifyClient client = new SpotifyClient(api, properties, new SpotifyMode(facts));
        factory.watch(SpotifyClient.PROVIDER, api, client::artistRequest, SpotifyReader::artist);
        return client;
    }
}
