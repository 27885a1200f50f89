package dev.producerdiscovery.simulator.genius;

import dev.producerdiscovery.simulator.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A call that Genius does not answer with what was asked for. */
final class GeniusRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final boolean badToken;

    private GeniusRefusal(HttpStatus status, String message, boolean badToken) {
        super(message, null, false, false);
        this.status = status;
        this.badToken = badToken;
    }

    static GeniusRefusal unknown() {
        return new GeniusRefusal(HttpStatus.NOT_FOUND, "404 Not Found", false);
    }

    static GeniusRefusal noToken() {
        return new GeniusRefusal(HttpStatus.UNAUTHORIZED, "This call requires an access_token", false);
    }

    /** The one error that has a shape of its own. */
    static GeniusRefusal badToken() {
        return new GeniusRefusal(
                HttpStatus.UNAUTHORIZED,
                "The access token provided is expired, revoked, malformed or invalid for other reasons.",
                true);
    }

    static GeniusRefusal forbidden() {
        return new GeniusRefusal(HttpStatus.FORBIDDEN, "Action forbidden for current scope", false);
    }

    ResponseEntity<Map<String, @Nullable Object>> answer() {
        Map<String, @Nullable Object> body = badToken
                ? Json.object("error", "invalid_token", "error_description", getMessage())
                : Json.object("meta", Json.object("status", status.value(), "message", getMessage()));
        return ResponseEntity.status(status).body(body);
    }
}
