package dev.producerdiscovery.provider.spotify;

import dev.producerdiscovery.provider.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Access to Spotify.
 *
 * @param market ISO 3166-1 alpha-2: without one, Spotify may hold everything for unavailable and lists each album once a
 *     market
 */
@ConfigurationProperties("producer-discovery.providers.spotify")
record SpotifyProperties(String apiUrl, String accountsUrl, String clientId, Secret clientSecret, String market) {

    boolean isConfigured() {
        return !clientId.isBlank() && clientSecret.isSet();
    }
}
