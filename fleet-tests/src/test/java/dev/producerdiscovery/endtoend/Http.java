package dev.producerdiscovery.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends JSON and reads JSON. */
final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    record Answer(int status, String contentType, JsonNode body) {}

    private Http() {}

    static Answer get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    static Answer post(String url, Object body) {
        return postText(url, JsonMapper.shared().writeValueAsString(body));
    }

    static Answer postText(String url, String body) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** What comes back, whatever it is. */
    static String text(String url) {
        return exchange(HttpRequest.newBuilder(URI.create(url)).build()).body();
    }

    private static Answer send(HttpRequest request) {
        HttpResponse<String> response = exchange(request);
        String contentType = response.headers().firstValue("Content-Type").orElse("");
        JsonNode body = contentType.contains("json")
                ? JsonMapper.shared().readTree(response.body())
                : JsonMapper.shared().missingNode();
        return new Answer(response.statusCode(), contentType, body);
    }

    private static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
