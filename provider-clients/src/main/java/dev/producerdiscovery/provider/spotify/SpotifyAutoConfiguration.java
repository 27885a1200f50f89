package dev.producerdiscovery.provider.spotify;

import dev.producerdiscovery.descriptor.MusicCatalogue;
import dev.producerdiscovery.provider.SharedRedis;
import dev.producerdiscovery.provider.StandardCatalogue;
import dev.producerdiscovery.provider.facts.ProviderFacts;
import dev.producerdiscovery.provider.http.Authorisation;
import dev.producerdiscovery.provider.http.ProviderHttp;
import dev.producerdiscovery.provider.http.ProviderHttpFactory;
import dev.producerdiscovery.provider.http.StandardDialect;
import dev.producerdiscovery.worker.resilience.Pause;
import dev.producerdiscovery.worker.resilience.RedisGate;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.http.HttpHeaders;

@AutoConfiguration
@EnableConfigurationProperties(SpotifyProperties.class)
class SpotifyAutoConfiguration {

    /** Spotify counts calls over 30 seconds. */
    private static final Duration RATE_WINDOW = Duration.ofSeconds(30);

    @Bean
    StandardCatalogue standardCatalogue(SpotifyProperties properties) {
        return new StandardCatalogue(properties.isConfigured() ? MusicCatalogue.SPOTIFY : MusicCatalogue.MUSICBRAINZ);
    }

    @Bean
    @Lazy
    SpotifyClient spotifyClient(
            ProviderHttpFactory factory,
            SpotifyProperties properties,
            ProviderFacts facts,
            ObjectProvider<RedisConnectionFactory> redis,
            ObjectProvider<RedisGate> gate) {
        RedisConnectionFactory connections = redis.getIfUnique();
        RedisGate way = gate.getIfAvailable();
        SharedToken shared = connections == null || way == null || !properties.isConfigured()
                ? SharedToken.none()
                : new RedisToken(
                        SharedRedis.template(connections),
                        way,
                        new TokenSeal(
                                properties.clientId() + " at " + properties.accountsUrl(), properties.clientSecret()),
                        factory.clock());
        return client(factory, properties, facts, shared, Pause.real());
    }

    static SpotifyClient client(
            ProviderHttpFactory factory,
            SpotifyProperties properties,
            ProviderFacts facts,
            SharedToken shared,
            Pause pause) {
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
        SpotifyToken token = new SpotifyToken(
                accounts, URI.create(properties.accountsUrl() + "/api/token"), shared, factory.clock(), pause);
        ProviderHttp api = factory.create(
                SpotifyClient.PROVIDER, new SpotifyDialect(standard), token, Map.of(), SpotifyClient.probe(properties));
        SpotifyMode mode = new SpotifyMode(facts);
        factory.quota(SpotifyClient.PROVIDER, new SpotifyQuota(mode, properties.dailyQuota())::callsADay);
        SpotifyClient client = new SpotifyClient(api, properties, mode);
        factory.watch(SpotifyClient.PROVIDER, api, client::artistRequest, SpotifyReader::artist);
        return client;
    }
}
