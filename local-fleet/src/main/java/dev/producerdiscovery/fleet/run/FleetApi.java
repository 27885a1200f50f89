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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP calls that a discovery from the terminal needs. */
final class FleetApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int PAGE_SIZE = 500;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final JsonMapper json = new JsonMapper();
    private final FleetAddresses addresses;

    FleetApi(FleetAddresses addresses) {
        this.addresses = addresses;
    }

    /** Starts a run and returns its correlation id. */
    String discover(Map<String, Object> request) {
        HttpRequest post = request(addresses.artistDiscovery() + "/discover")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(request)))
                .build();
        return send(post).path("correlationId").asString("");
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

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).header("Accept", "application/json");
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 500) {
                throw new UnreachableException(request.uri() + " answered " + response.statusCode());
            }
            JsonNode body = json.readTree(response.body());
            if (response.statusCode() >= 400) {
                throw new FleetException(
                        body.path("detail").asString(request.uri() + " answered " + response.statusCode()));
            }
            return body;
        } catch (IOException e) {
            throw new UnreachableException(request.uri() + " does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FleetException("Interrupted; the run goes on without this window", e);
        }
    }

    private static final class UnreachableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnreachableException(String message) {
            super(message);
        }
    }
}
