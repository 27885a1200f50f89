package dev.producerdiscovery.provider.spotify;

import dev.producerdiscovery.provider.BaseUrl;
import dev.producerdiscovery.provider.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Access to Spotify.
 *
 * @param dailyQuota calls to each group of endpoints in any 24 hours; null for what is known of the app's mode, 0 for no
 *     limit, as by default at another address than Spotify's own
 * @param market {@code US} if blank. ISO 3166-1 alpha-2: without one, Spotify may hold everything for unavailable and lists each album once a
 *     market
 */
@ConfigurationProperties("producer-discovery.providers.spotify")
record SpotifyProperties(
        String apiUrl,
        String accountsUrl,
        String clientId,
        Secret clientSecret,
        String market,
        @Nullable Integer dailyQuota) {

    private static final String SPOTIFY = "https://api.spotify.com/v1";

    SpotifyProperties {
        apiUrl = BaseUrl.of("producer-discovery.providers.spotify.api-url", apiUrl, SPOTIFY);
        accountsUrl = BaseUrl.of(
                "producer-discovery.providers.spotify.accounts-url", accountsUrl, "https://accounts.spotify.com");
        if (dailyQuota != null && dailyQuota < 0) {
            throw new IllegalArgumentException(
                    "producer-discovery.providers.spotify.daily-quota must not be negative, but is " + dailyQuota);
        }
        // What was measured at Spotify says nothing about a server that stands in for it.
        dailyQuota = dailyQuota == null && !apiUrl.equals(SPOTIFY) ? Integer.valueOf(0) : dailyQuota;
        market = market.isBlank() ? "US" : market.strip();
    }

    boolean isConfigured() {
        return !clientId.isBlank() && clientSecret.isSet();
    }
}
