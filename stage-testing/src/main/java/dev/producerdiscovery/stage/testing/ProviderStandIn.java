package dev.producerdiscovery.stage.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.producerdiscovery.backend.testing.TestDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Answers in the place of the providers what a test lets it answer, and 404 to everything else. Runs until the JVM ends. */
public final class ProviderStandIn {

    private final WireMockServer server = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

    public ProviderStandIn() {
        server.start();
    }

    /** Lets a service work on this database, and ask here as often as it likes. */
    public void surround(DynamicPropertyRegistry properties, TestDatabase database, StandInFor... providers) {
        database.springProperties().forEach((name, value) -> properties.add(name, () -> value));
        for (StandInFor provider : providers) {
            provider.properties()
                    .forEach((name, value) -> properties.add(name, () -> value.replace("%s", server.baseUrl())));
        }
    }

    /** Forgets all answers and calls; whoever asks for a token gets one. */
    public void reset() {
        server.resetAll();
        server.stubFor(post(urlPathEqualTo("/api/token"))
                .willReturn(okJson("{\"access_token\": \"t\", \"token_type\": \"Bearer\", \"expires_in\": 3600}")));
    }

    /** For answers, and for looking at what was asked. */
    public WireMockServer server() {
        return server;
    }

    /** How many calls were made, those for tokens left out. */
    public int calls() {
        return server.findAll(getRequestedFor(anyUrl())).size();
    }
}
