package dev.producerdiscovery.benchmarks.pipeline;

import dev.producerdiscovery.fleet.process.FleetAddresses;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the fleet for artists, and the simulator for what it knows. */
final class Web implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final FleetAddresses addresses;

    Web(FleetAddresses addresses) {
        this.addresses = addresses;
    }

    /** Asks for each artist of the catalogue, by the id that only it has; returns how many. */
    int askForAll() throws IOException, InterruptedException {
        JsonNode artists = JSON.readTree(get("/_artists"));
        for (JsonNode artist : artists) {
            String question = JSON.writeValueAsString(
                    Map.of("artistId", artist.path("spotify_id").asString()));
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(addresses.artistDiscovery() + "/discover"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(question))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 202) {
                throw new IOException(question + " was answered " + answer.statusCode() + ": " + answer.body());
            }
        }
        return artists.size();
    }

    /** Calls that the simulator has answered, by provider. */
    Map<String, Long> calls() throws IOException, InterruptedException {
        Map<String, Long> calls = new TreeMap<>();
        JSON.readTree(get("/_stats"))
                .path("totals")
                .properties()
                .forEach(provider ->
                        calls.put(provider.getKey(), provider.getValue().asLong()));
        return calls;
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(addresses.simulator() + path)).build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        http.close();
    }
}
