package dev.producerdiscovery.provider.genius;

import dev.producerdiscovery.provider.BaseUrl;
import dev.producerdiscovery.provider.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Access to Genius, by the client access token of <a href="https://genius.com/api-clients">an API client</a>. */
@ConfigurationProperties("producer-discovery.providers.genius")
record GeniusProperties(String apiUrl, Secret accessToken) {

    GeniusProperties {
        apiUrl = BaseUrl.of("producer-discovery.providers.genius.api-url", apiUrl, "https://api.genius.com");
    }
}
