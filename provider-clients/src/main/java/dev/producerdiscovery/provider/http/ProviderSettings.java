package dev.producerdiscovery.provider.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for the calls to every provider.
 *
 * @param connectTimeout how long a connection may take to come about
 * @param readTimeout how long an answer may take
 * @param attempts how often one call is tried before it counts as failed
 * @param retryDelay the longest wait before the second attempt; it doubles with each further one, and the actual wait
 *     is a random part of it
 * @param outageFirstPark how long a provider is left alone when it is found to be down; doubles up to {@code
 *     outageLongestPark}
 * @param accountPark how long a provider is left alone that refuses our account
 */
@ConfigurationProperties("producer-discovery.providers")
public record ProviderSettings(
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("15s") Duration readTimeout,
        @DefaultValue("3") int attempts,
        @DefaultValue("300ms") Duration retryDelay,
        @DefaultValue("5s") Duration outageFirstPark,
        @DefaultValue("60s") Duration outageLongestPark,
        @DefaultValue("15m") Duration accountPark) {

    public ProviderSettings {
        if (attempts < 1) {
            throw new IllegalArgumentException("producer-discovery.providers.attempts must be at least 1: " + attempts);
        }
    }
}
