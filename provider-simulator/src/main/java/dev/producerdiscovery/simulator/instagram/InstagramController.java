package dev.producerdiscovery.simulator.instagram;

import dev.producerdiscovery.simulator.catalogue.Catalogue;
import dev.producerdiscovery.simulator.catalogue.Contributor;
import dev.producerdiscovery.simulator.catalogue.Profile;
import dev.producerdiscovery.simulator.json.Json;
import dev.producerdiscovery.simulator.search.Lazy;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looks professional accounts up by their handle. */
@RestController
@RequestMapping("/instagram")
class InstagramController {

    private static final Pattern DISCOVERY =
            Pattern.compile("business_discovery\\.username\\(([^)]+)\\)\\s*\\{([^}]*)}");
    private static final Pattern FIELD = Pattern.compile("[a-z_]+");

    private final Lazy<Map<String, Contributor>> byHandle;

    InstagramController(Catalogue catalogue) {
        this.byHandle = new Lazy<>(() -> {
            Map<String, Contributor> owners = new HashMap<>();
            for (Contributor who : catalogue.contributors()) {
                if (who.profile().instagram() != null && who.profile().account() == Profile.Account.PROFESSIONAL) {
                    owners.putIfAbsent(who.profile().instagram(), who);
                }
            }
            return owners;
        });
    }

    /** @param owner the caller's own account, which is in every answer */
    @GetMapping("/{version:v[0-9.]+}/{owner}")
    ResponseEntity<Map<String, @Nullable Object>> discover(
            @PathVariable("owner") String owner,
            @RequestParam(name = "fields", defaultValue = "") String fields,
            @RequestParam(name = "access_token", defaultValue = "") String token,
            @RequestHeader(name = "Authorization", defaultValue = "") String authorisation) {
        if (token.isBlank() && !authorisation.startsWith("Bearer ")) {
            return refused(HttpStatus.BAD_REQUEST, "Invalid OAuth access token - Cannot parse access token", 190, null);
        }
        Matcher asked = DISCOVERY.matcher(fields);
        if (!asked.find()) {
            return refused(HttpStatus.BAD_REQUEST, "(#100) Tried accessing nonexisting field", 100, null);
        }
        Contributor who = byHandle.get().get(asked.group(1).toLowerCase(Locale.ROOT));
        if (who == null) {
            return refused(HttpStatus.BAD_REQUEST, "Invalid user id", 110, 2207013);
        }
        return ResponseEntity.ok(Json.object("business_discovery", profile(who, asked.group(2)), "id", owner));
    }

    /** Only what was asked for comes, and only where it is not empty. */
    private static Map<String, @Nullable Object> profile(Contributor who, String fields) {
        Map<String, @Nullable Object> known = Json.object(
                "username",
                who.profile().instagram(),
                "name",
                who.names().genius(),
                "biography",
                who.profile().bio(),
                "website",
                who.profile().homepage(),
                "followers_count",
                1_000 + who.key().hashCode() % 700,
                "follows_count",
                300,
                "media_count",
                120,
                "profile_picture_url",
                "https://images.example/instagram/" + who.profile().instagram() + ".jpg?signed=1");
        Map<String, @Nullable Object> profile =
                Json.object("id", "1784" + who.ids().genius());
        Matcher field = FIELD.matcher(fields);
        while (field.find()) {
            @Nullable Object value = known.get(field.group());
            if (value != null && !value.equals("")) {
                profile.put(field.group(), value);
            }
        }
        return profile;
    }

    private static ResponseEntity<Map<String, @Nullable Object>> refused(
            HttpStatus status, String message, int code, @Nullable Integer subcode) {
        Map<String, @Nullable Object> error =
                Json.object("message", message, "type", "OAuthException", "code", code, "fbtrace_id", "simulated");
        if (subcode != null) {
            error.put("error_subcode", subcode);
        }
        return ResponseEntity.status(status).body(Json.object("error", error));
    }
}
