package dev.producerdiscovery.provider.genius;

import dev.producerdiscovery.provider.http.Authorisation;
import dev.producerdiscovery.provider.http.ProviderHttp;
import dev.producerdiscovery.provider.http.ProviderHttpFactory;
import dev.producerdiscovery.provider.http.Request;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

@AutoConfiguration
@EnableConfigurationProperties(GeniusProperties.class)
class GeniusAutoConfiguration {

    /** Genius states no limit, and nobody has published what it answers beyond it. */
    private static final Duration TOO_FAST = Duration.ofSeconds(30);

    @Bean
    @Lazy
    GeniusClient geniusClient(ProviderHttpFactory factory, GeniusProperties properties) {
        if (!properties.accessToken().isSet()) {
            factory.switchOff(GeniusClient.PROVIDER, "GENIUS_ACCESS_TOKEN is not set");
        }
        ProviderHttp http = factory.create(
                GeniusClient.PROVIDER,
                new GeniusDialect(factory.standardDialect(TOO_FAST)),
                Authorisation.fixed("Bearer " + properties.accessToken().reveal()),
                Map.of(),
                Request.get("song", URI.create(properties.apiUrl() + "/songs/1")));
        GeniusClient client = new GeniusClient(http, properties);
        factory.watch(
                GeniusClient.PROVIDER, http, id -> client.songRequest(Long.parseLong(id)), GeniusClient::readSong);
        return client;
    }
}
