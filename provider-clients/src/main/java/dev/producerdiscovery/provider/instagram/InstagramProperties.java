package dev.producerdiscovery.provider.instagram;

import dev.producerdiscovery.provider.BaseUrl;
import dev.producerdiscovery.provider.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Access to Instagram profiles.
 *
 * @param apiUrl of Meta's Graph API with its version, or of another data provider
 * @param apiKey for Meta, the access token of a user with an own professional account
 * @param userId for Meta, the id of that professional account
 * @param lookupPath for another data provider, the path of a profile with <code>{handle}</code> in it; blank for Meta
 * @param keyHeader for another data provider, the header that takes the key; blank for {@code Authorization: Bearer}
 */
@ConfigurationProperties("producer-discovery.providers.instagram")
record InstagramProperties(String apiUrl, Secret apiKey, String userId, String lookupPath, String keyHeader) {

    /** Ended versions stop answering: https://developers.facebook.com/docs/graph-api/changelog/versions */
    private static final String META = "https://graph.facebook.com/v26.0";

    InstagramProperties {
        apiUrl = BaseUrl.of("producer-discovery.providers.instagram.api-url", apiUrl, META);
    }

    boolean isConfigured() {
        return apiKey.isSet() && !(apiUrl.equals(META) && userId.isBlank());
    }

    boolean isMeta() {
        return lookupPath.isBlank();
    }
}
