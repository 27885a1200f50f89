package dev.producerdiscovery.provider.discogs;

import dev.producerdiscovery.provider.BaseUrl;
import dev.producerdiscovery.provider.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Access to Discogs, by a <a href="https://www.discogs.com/settings/developers">personal token</a>. */
@ConfigurationProperties("producer-discovery.providers.discogs")
record DiscogsProperties(String apiUrl, Secret token) {

    DiscogsProperties {
        apiUrl = BaseUrl.of("producer-discovery.providers.discogs.api-url", apiUrl, "https://api.discogs.com");
    }
}
