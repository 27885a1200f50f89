package dev.producerdiscovery.simulator.spotify;

import dev.producerdiscovery.simulator.json.Json;
import dev.producerdiscovery.simulator.traffic.Ledger;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The Web API's error shape. */
@RestControllerAdvice(assignableTypes = SpotifyController.class)
class SpotifyErrors {

    @ExceptionHandler
    ResponseEntity<Map<String, @Nullable Object>> refused(SpotifyRefusal refusal, HttpServletRequest request) {
        if (refusal.isForGood()) {
            request.setAttribute(Ledger.REFUSED, refusal.text());
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(refusal.status());
        if (refusal.status() == HttpStatus.UNAUTHORIZED) {
            answer.header("WWW-Authenticate", "Bearer realm=\"spotify\", error=\"invalid_token\"");
        }
        return answer.body(
                Json.object("error", Json.object("status", refusal.status().value(), "message", refusal.text())));
    }
}
