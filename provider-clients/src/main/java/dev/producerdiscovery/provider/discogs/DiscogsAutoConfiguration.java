package dev.producerdiscovery.provider.discogs;

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
@EnableConfigurationProperties(DiscogsProperties.class)
class DiscogsAutoConfiguration {

    /** Discogs counts calls over a minute. */
    private static final Duration RATE_WINDOW = Duration.ofMinutes(1);

    @Bean
    @Lazy
    DiscogsClient discogsClient(ProviderHttpFactory factory, DiscogsProperties properties) {
        if (!properties.token().isSet()) {
            factory.switchOff(DiscogsClient.PROVIDER, "DISCOGS_TOKEN is not set");
        }
        ProviderHttp http = factory.create(
                DiscogsClient.PROVIDER,
                new DiscogsDialect(factory.standardDialect(RATE_WINDOW)),
                Authorisation.fixed("Discogs token=" + properties.token().reveal()),
                Map.of(),
                Request.get("artist", URI.create(properties.apiUrl() + "/artists/1")));
        DiscogsClient client = new DiscogsClient(http, properties);
        factory.watch(
                DiscogsClient.PROVIDER, http, id -> client.releaseRequest(Long.parseLong(id)), DiscogsReader::release);
        return client;
    }
}
