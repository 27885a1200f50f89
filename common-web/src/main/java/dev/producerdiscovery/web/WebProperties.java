package dev.producerdiscovery.web;

import java.util.Set;
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
 * @param maxBody longer request bodies are refused
 */
@ConfigurationProperties("producer-discovery.web")
public record WebProperties(
        @DefaultValue("") String operatorToken,
        @DefaultValue("") String readerToken,
        @DefaultValue("false") boolean trustNetwork,
        @DefaultValue Set<String> allowedHosts,
        @DefaultValue("256KB") DataSize maxBody) {

    public WebProperties {
        operatorToken = operatorToken.strip();
        readerToken = readerToken.strip();
    }

    public boolean hasToken() {
        return !operatorToken.isEmpty() || !readerToken.isEmpty();
    }

    /** Tokens never reach a log by way of this record. */
    @Override
    public String toString() {
        return "WebProperties[hasToken=%s, trustNetwork=%s, allowedHosts=%s, maxBody=%s]"
                .formatted(hasToken(), trustNetwork, allowedHosts, maxBody);
    }
}
