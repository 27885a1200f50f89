package dev.producerdiscovery.provider.musicbrainz;

import dev.producerdiscovery.provider.BaseUrl;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Access to MusicBrainz, which needs no key.
 *
 * @param apiUrl may be a mirror's, which has no limit of one call a second
 * @param contact an e-mail or web address that MusicBrainz can turn to; it refuses callers without one
 */
@ConfigurationProperties("producer-discovery.providers.musicbrainz")
record MusicBrainzProperties(String apiUrl, String contact) {

    MusicBrainzProperties {
        apiUrl = BaseUrl.of("producer-discovery.providers.musicbrainz.api-url", apiUrl, "https://musicbrainz.org/ws/2");
        contact = contact.strip();
    }

    boolean isConfigured() {
        return !contact.isBlank() || !apiUrl.contains("//musicbrainz.org/");
    }

    String userAgent() {
        return "ProducerDiscovery/0.1" + (contact.isBlank() ? "" : " ( " + contact + " )");
    }
}
