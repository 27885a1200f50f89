package dev.producerdiscovery.provider.support;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.producerdiscovery.provider.cache.TestCaches;
import dev.producerdiscovery.provider.http.ProviderHttpFactory;
import dev.producerdiscovery.provider.http.ProviderSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A provider on a port of its own, and the parts that a client is built from. Close it after the test. */
public final class FakeProvider implements AutoCloseable {

    private final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    private final TestClock clock = new TestClock();
    private final TestBudget budget = new TestBudget(clock);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ProviderHttpFactory factory;
    private final String url;

    public FakeProvider() {
        this(Map.of());
    }

    private FakeProvider(Map<String, Map<String, Duration>> times) {
        server.start();
        url = server.baseUrl();
        ProviderSettings settings = new ProviderSettings(
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                3,
                Duration.ofMillis(300),
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                Duration.ofMinutes(15));
        factory = new ProviderHttpFactory(
                budget,
                settings,
                TestCaches.own(clock, meters, times),
                clock,
                RandomGenerator.getDefault(),
                duration -> true,
                meters);
    }

    /** One whose answers are kept for so long, by provider and endpoint. */
    public static FakeProvider keeping(Map<String, Map<String, Duration>> times) {
        return new FakeProvider(times);
    }

    public String url() {
        return url;
    }

    public ProviderHttpFactory factory() {
        return factory;
    }

    public TestBudget budget() {
        return budget;
    }

    public TestClock clock() {
        return clock;
    }

    public SimpleMeterRegistry meters() {
        return meters;
    }

    /** Answers with this from now on. */
    public void answer(String path, ResponseDefinitionBuilder response) {
        server.stubFor(any(urlPathEqualTo(path)).willReturn(response));
    }

    public void answer(String path, String json) {
        answer(path, json(200, json));
    }

    /** Answers with these in turn, then with the last one for good. */
    public void answerInTurn(String path, ResponseDefinitionBuilder... responses) {
        answerInTurn(path, urlPathEqualTo(path), responses);
    }

    private void answerInTurn(String name, UrlPattern url, ResponseDefinitionBuilder... responses) {
        for (int i = 0; i < responses.length; i++) {
            server.stubFor(any(url).inScenario(name)
                    .whenScenarioStateIs(state(i))
                    .willSetStateTo(state(Math.min(i + 1, responses.length - 1)))
                    .willReturn(responses[i]));
        }
    }

    private static String state(int answer) {
        return answer == 0 ? Scenario.STARTED : String.valueOf(answer);
    }

    public void stub(MappingBuilder request, ResponseDefinitionBuilder response) {
        server.stubFor(request.willReturn(response));
    }

    /** Answers everything with these in turn, then with the last one for good, and forgets all other answers. */
    public void answerAllInTurn(ResponseDefinitionBuilder... responses) {
        server.resetMappings();
        server.resetScenarios();
        answerInTurn("everything", anyUrl(), responses);
    }

    /** Answers everything with this. */
    public void answerAll(ResponseDefinitionBuilder response) {
        server.stubFor(any(anyUrl()).willReturn(response));
    }

    public void stop() {
        server.stop();
    }

    public List<LoggedRequest> requests(String path) {
        return server.findAll(anyRequestedFor(urlPathEqualTo(path)));
    }

    public List<LoggedRequest> requests() {
        return server.findAll(anyRequestedFor(anyUrl()));
    }

    public static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body.replace('\'', '"'));
    }

    public static ResponseDefinitionBuilder text(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/plain")
                .withBody(body);
    }

    public static ResponseDefinitionBuilder html(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withBody("<html><head><title>Bad gateway</title></head><body>nginx</body></html>");
    }

    public static ResponseDefinitionBuilder reset() {
        return aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
    }

    @Override
    public void close() {
        server.stop();
    }
}
