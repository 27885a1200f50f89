package dev.producerdiscovery.provider.sentinel;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How providers are watched.
 *
 * @param interval how often each is asked, by one process of all; 0 for never. Costs one call each time
 * @param things the id of what each provider is asked for; a provider without one is not asked
 */
@ConfigurationProperties("producer-discovery.providers.sentinel")
record SentinelSettings(
        @DefaultValue("1h") Duration interval, @DefaultValue Map<String, String> things) {

    /** @throws IllegalArgumentException naming the property and its value */
    SentinelSettings {
        if (interval.isNegative() || (interval.isPositive() && interval.compareTo(Duration.ofMinutes(1)) < 0)) {
            throw new IllegalArgumentException(
                    "producer-discovery.providers.sentinel.interval must be 0 or at least a minute, but is "
                            + interval);
        }
    }

    String thing(String provider) {
        return things.getOrDefault(provider, "");
    }
}
