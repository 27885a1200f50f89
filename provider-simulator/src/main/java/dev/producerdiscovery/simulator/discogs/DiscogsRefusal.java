package dev.producerdiscovery.simulator.discogs;

import dev.producerdiscovery.simulator.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A call that Discogs does not answer with what was asked for. */
final class DiscogsRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;

    DiscogsRefusal(HttpStatus status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    ResponseEntity<Map<String, @Nullable Object>> answer() {
        return ResponseEntity.status(status).body(Json.object("message", getMessage()));
    }
}
