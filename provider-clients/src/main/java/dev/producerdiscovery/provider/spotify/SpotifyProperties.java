package dev.producerdiscovery.provider.spotify;

import dev.producerdiscovery.provider.BaseUrl;
import dev.producerdiscovery.provider.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Access to Spotify.
 *
 * @param market {@code US} if blank. ISO 3166-1 alpha-2: without one, Spotify may hold everything for unavailable and lists each album once a
 *     market
 */
@ConfigurationProperties("producer-discovery.providers.spotify")
record SpotifyProperties(String apiUrl, String accountsUrl, String clientId, Secret clientSecret, String market) {

    SpotifyProperties {
        apiUrl = BaseUrl.of("producer-discovery.providers.spotify.api-url", apiUrl, "https://api.spotify.com/v1");
        accountsUrl = BaseUrl.of(
                "producer-discovery.providers.spotify.accounts-url", accountsUrl, "https://accounts.spotify.com");
        market = market.isBlank() ? "US" : market.strip();
    }

    boolean isConfigured() {
        return !clientId.isBlank() && clientSecret.isSet();
    }
}
