package dev.producerdiscovery.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A well-mannered client: says who it is, and has a token for Spotify. */
final class Caller {

    static final String AGENT = "SimulatorTest/1.0 (tests@producer-discovery.example)";

    private static final JsonMapper JSON = new JsonMapper();

    record Answer(int status, HttpHeaders headers, String text) {

        JsonNode json() {
            return JSON.readTree(text);
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    Caller(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    Answer post(String path, String type, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    Answer token() {
        return post(
                "/spotify-accounts/api/token",
                "application/x-www-form-urlencoded",
                "grant_type=client_credentials&client_id=a&client_secret=b");
    }

    Answer spotify(String path) {
        String token = token().json().path("access_token").asString();
        return get("/spotify/v1" + path, "Authorization", "Bearer " + token);
    }

    Answer musicBrainz(String path) {
        return get("/musicbrainz/ws/2" + path, "Accept", "application/json");
    }

    Answer genius(String path) {
        return get("/genius" + path, "Authorization", "Bearer any");
    }

    Answer faults(String body) {
        return post("/_faults", "application/json", body);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!all.contains("User-Agent")) {
            all.addAll(List.of("User-Agent", AGENT));
        }
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .headers(all.toArray(String[]::new));
    }

    private Answer send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
