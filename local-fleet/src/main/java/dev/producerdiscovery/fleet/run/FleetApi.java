package dev.producerdiscovery.fleet.run;

import dev.producerdiscovery.fleet.process.FleetAddresses;
import dev.producerdiscovery.fleet.process.FleetException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP calls that a discovery from the terminal needs. Whatever goes wrong comes as a {@link FleetException}. */
final class FleetApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int PAGE_SIZE = 500;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final JsonMapper json = new JsonMapper();
    private final FleetAddresses addresses;
    private final Optional<AccessToken> token;

    FleetApi(FleetAddresses addresses, Map<String, String> environment) {
        this.addresses = addresses;
        this.token = AccessToken.from(environment);
    }

    /** Starts a run. */
    StartedRun discover(Map<String, Object> request) {
        HttpRequest post = request(addresses.artistDiscovery() + "/discover")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(request)))
                .build();
        StartedRun run = StartedRun.from(send(post));
        if (run.correlationId().isEmpty()) {
            throw strange(post, null);
        }
        return run;
    }

    RunProgress progress(String correlationId) {
        return RunProgress.from(send(request(addresses.artistDiscovery() + "/discover/" + correlationId)
                .build()));
    }

    /** The progress if the service answers; empty while it is away, for it may be restarting. */
    Optional<RunProgress> progressIfReachable(String correlationId) {
        try {
            return Optional.of(progress(correlationId));
        } catch (UnreachableException e) {
            return Optional.empty();
        }
    }

    /** The latest runs, the latest first. */
    List<KnownRun> latestRuns() {
        List<KnownRun> runs = new ArrayList<>();
        send(request(addresses.queueMonitor() + "/runs").build()).forEach(run -> runs.add(KnownRun.from(run)));
        return runs;
    }

    /** Everybody who produced songs of the artist, most songs first. */
    List<FoundProducer> producersOf(String artistId) {
        List<FoundProducer> producers = new ArrayList<>();
        for (int page = 1; ; page++) {
            JsonNode answer = send(request(addresses.catalog() + "/artists/" + artistId + "/producers?page=" + page
                            + "&size=" + PAGE_SIZE)
                    .build());
            answer.path("items").forEach(producer -> producers.add(FoundProducer.from(producer)));
            if (answer.path("items").isEmpty()
                    || producers.size() >= answer.path("total").asLong(0)) {
                return producers;
            }
        }
    }

    private HttpRequest.Builder request(String url) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).header("Accept", "application/json");
        token.ifPresent(present -> request.header("Authorization", present.header()));
        return request;
    }

    private static FleetException strange(HttpRequest request, @Nullable Throwable cause) {
        return new FleetException(
                request.uri() + " answers, but not as the fleet does: another program may have this port."
                        + " Run ./fleet down, then ./fleet up.",
                cause);
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw Refusal.of(response);
            }
            return json.readTree(response.body());
        } catch (JacksonException e) {
            throw strange(request, e);
        } catch (IOException e) {
            throw new UnreachableException(request.uri().getAuthority()
                    + " does not answer. ./fleet status shows what is up, and ./fleet up starts what is not.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FleetException("Interrupted; the run goes on without this window", e);
        }
    }
}
