package dev.producerdiscovery.endtoend;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Starts runs and waits for what becomes of them. */
record DiscoveryClient(String url) {

    private static final Set<String> ENDS =
            Set.of("complete", "complete with failures", "ambiguous", "not_found", "refused");

    String start(String artist) {
        return start(Map.of("artistName", artist));
    }

    /** Providers are asked whatever they answered before, as by other tests. */
    String startAnew(String artist) {
        return start(Map.of("artistName", artist, "refresh", true));
    }

    private String start(Map<String, ?> request) {
        Http.Answer answer = Http.post(url + "/discover", request);
        if (answer.status() != 202) {
            throw new IllegalStateException("Expected 202, got " + answer);
        }
        return answer.body().path("correlationId").asString();
    }

    JsonNode progress(String correlationId) {
        return Http.get(url + "/discover/" + correlationId).body();
    }

    String state(String correlationId) {
        return progress(correlationId).path("state").asString("");
    }

    JsonNode awaitEnd(String correlationId) {
        return awaitProgress(
                correlationId, progress -> ENDS.contains(progress.path("state").asString("")));
    }

    JsonNode awaitProgress(String correlationId, Predicate<JsonNode> condition) {
        return await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> progress(correlationId), condition);
    }
}
