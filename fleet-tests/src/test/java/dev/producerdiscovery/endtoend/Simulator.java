package dev.producerdiscovery.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The provider simulator's controls. */
public record Simulator(String url) {

    private static final Pattern FAULT = Pattern.compile("5..|closed|.*-spoilt");

    public JsonNode artists() {
        return Http.get(url + "/_artists").body();
    }

    /** The catalogue's first artist, whose name nobody else has. */
    String example() {
        return artists().path(0).path("name").asString();
    }

    JsonNode stats() {
        return Http.get(url + "/_stats").body();
    }

    /** How many calls failed, or brought a spoilt answer. */
    int faults() {
        int faults = 0;
        for (JsonNode endpoints : stats().path("calls")) {
            for (JsonNode outcomes : endpoints) {
                faults += outcomes.properties().stream()
                        .filter(outcome -> FAULT.matcher(outcome.getKey()).matches())
                        .mapToInt(outcome -> outcome.getValue().asInt())
                        .sum();
            }
        }
        return faults;
    }

    JsonNode truth(String artist) {
        return Http.get(url + "/_truth?artist=" + URLEncoder.encode(artist, StandardCharsets.UTF_8))
                .body();
    }

    void misbehave(String provider, Map<String, ?> change) {
        Http.Answer answer = Http.post(url + "/_faults", Map.of("provider", provider, "change", change));
        assertThat(answer.status()).as("fault accepted: %s", answer).isBetween(200, 299);
    }

    /** Spotify is in Development Mode until the next reset. */
    void developmentMode() {
        Http.Answer answer = Http.post(url + "/_faults", Map.of("developmentMode", true));
        assertThat(answer.status()).as("mode accepted: %s", answer).isBetween(200, 299);
    }

    void reset() {
        Http.post(url + "/_reset", Map.of());
    }
}
