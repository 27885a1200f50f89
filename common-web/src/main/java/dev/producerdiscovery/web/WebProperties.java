package dev.producerdiscovery.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Who may call, and how much they may send.
 *
 * @param operatorToken opens everything; empty when none is configured
 * @param readerToken opens what changes nothing; empty when none is configured
 * @param trustNetwork everybody who can reach the port is trusted, although it is bound beyond loopback
 * @param allowedHosts further names under which browsers reach this service, for example that of a reverse proxy
 * @param trustedProxies addresses or networks ({@code 10.0.0.0/8}) of reverse proxies that are believed when they say for
 *     whom, under which name and below which path they ask
 * @param maxBody longer request bodies are refused
 */
@ConfigurationProperties("producer-discovery.web")
public record WebProperties(
        @DefaultValue("") String operatorToken,
        @DefaultValue("") String readerToken,
        @DefaultValue("false") boolean trustNetwork,
        @DefaultValue Set<String> allowedHosts,
        @DefaultValue Set<String> trustedProxies,
        @DefaultValue("256KB") DataSize maxBody,
        @DefaultValue Connections connections) {

    public WebProperties {
        operatorToken = operatorToken.strip();
        readerToken = readerToken.strip();
        allowedHosts = allowedHosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * How many callers may be connected, and for how long each may keep its place without having asked for anything.
     *
     * @param most a newcomer beyond these takes the place of whoever has been connected longest; each costs some 30 KB of
     *     heap, twice that while it sends a body
     * @param headWithin from a request's first byte to the end of its head
     * @param bodyWithin for the whole body
     */
    public record Connections(
            @DefaultValue("256") int most,
            @DefaultValue("10s") Duration headWithin,
            @DefaultValue("30s") Duration bodyWithin) {}

    public boolean hasToken() {
        return !operatorToken.isEmpty() || !readerToken.isEmpty();
    }

    /** Tokens never reach a log by way of this record. */
    @Override
    public String toString() {
        return "WebProperties[hasToken=%s, trustNetwork=%s, allowedHosts=%s, trustedProxies=%s, maxBody=%s, connections=%s]"
                .formatted(hasToken(), trustNetwork, allowedHosts, trustedProxies, maxBody, connections);
    }
}
