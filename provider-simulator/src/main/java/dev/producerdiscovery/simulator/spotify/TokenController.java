package dev.producerdiscovery.simulator.spotify;

import dev.producerdiscovery.simulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Client credentials for access tokens. Its errors have another shape than the Web API's. */
@RestController
class TokenController {

    /** Any other secret is good; this one is for seeing what a wrong one does. */
    private static final String WRONG_SECRET = "wrong";

    private final TokenOffice office;

    TokenController(TokenOffice office) {
        this.office = office;
    }

    @PostMapping("/spotify-accounts/api/token")
    ResponseEntity<Map<String, @Nullable Object>> token(
            @RequestHeader(name = "Authorization", defaultValue = "") String authorisation,
            @RequestParam(name = "grant_type", defaultValue = "") String grant,
            @RequestParam(name = "client_id", defaultValue = "") String id,
            @RequestParam(name = "client_secret", defaultValue = "") String secret) {
        if (!grant.equals("client_credentials")) {
            return refused("unsupported_grant_type", "grant_type parameter is missing or not supported");
        }
        String credentials =
                authorisation.startsWith("Basic ") ? decoded(authorisation.substring(6)) : id + ":" + secret;
        int colon = credentials.indexOf(':');
        if (colon < 1) {
            return refused("invalid_client", "Invalid client");
        }
        String given = credentials.substring(colon + 1);
        if (given.isBlank() || given.equals(WRONG_SECRET)) {
            return refused("invalid_client", "Invalid client secret");
        }
        TokenOffice.Token token = office.issue();
        return ResponseEntity.ok(Json.object(
                "access_token",
                token.value(),
                "token_type",
                "Bearer",
                "expires_in",
                token.life().toSeconds()));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static ResponseEntity<Map<String, @Nullable Object>> refused(String error, String description) {
        return ResponseEntity.badRequest().body(Json.object("error", error, "error_description", description));
    }
}
