package dev.producerdiscovery.provider.cache;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How long answers are kept.
 *
 * @param enabled whether any are
 * @param times by provider and endpoint; what is not named here, or with 0, is not kept
 * @param absent how long "there is no such thing" is believed, at most as long as an answer of its kind
 * @param confirmable how much longer an outdated answer is kept by which the provider can tell that nothing has changed
 * @param memory how much of this process's memory the answers may take, compressed
 * @param largest an answer that is larger, compressed, is kept nowhere
 */
@ConfigurationProperties("producer-discovery.providers.cache")
public record CacheSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue Map<String, Map<String, Duration>> times,
        @DefaultValue("1d") Duration absent,
        @DefaultValue("14d") Duration confirmable,
        @DefaultValue("16MB") DataSize memory,
        @DefaultValue("1MB") DataSize largest) {

    /** Who has a token is let in: it is never written anywhere. */
    private static final String TOKEN = "token";

    /** @throws IllegalArgumentException naming the property */
    public CacheSettings {
        times.forEach((provider, byEndpoint) -> {
            if (byEndpoint.containsKey(TOKEN)) {
                throw new IllegalArgumentException(
                        "producer-discovery.providers.cache.times." + provider + ".token: access tokens are not kept");
            }
        });
    }

    /** How long an answer to such a question is believed; zero for not at all. */
    Duration time(String provider, String endpoint) {
        Duration time = times.getOrDefault(provider, Map.of()).getOrDefault(endpoint, Duration.ZERO);
        return enabled && time.isPositive() ? time : Duration.ZERO;
    }

    Duration timeOfAbsence(Duration time) {
        return absent.compareTo(time) < 0 ? absent : time;
    }
}
