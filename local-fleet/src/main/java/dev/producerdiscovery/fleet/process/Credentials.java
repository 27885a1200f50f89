package dev.producerdiscovery.fleet.process;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which of the providers' keys each service gets: those of the providers that it asks, and no other. */
final class Credentials {

    /** Of whichever provider, in the short form of the README or in the long one that Spring takes. */
    private static final Pattern KEY = Pattern.compile("(?:PRODUCER_DISCOVERY_PROVIDERS_)?"
            + "(SPOTIFY|GENIUS|DISCOGS|INSTAGRAM)_(?:.*_)?(?:ID|SECRET|TOKEN|KEY)");

    private static final Map<String, Set<String>> ASKED_BY = Map.of(
            "artist-discovery-service", Set.of("SPOTIFY"),
            "album-discovery-service", Set.of("SPOTIFY"),
            "track-discovery-service", Set.of("SPOTIFY"),
            "producer-identification-service", Set.of("GENIUS"),
            "social-enrichment-service", Set.of("GENIUS", "DISCOGS", "INSTAGRAM"));

    private Credentials() {}

    static boolean isOne(String variable) {
        return KEY.matcher(variable).matches();
    }

    /** Whether the process may know the variable; true for what is no key. */
    static boolean mayKnow(String module, String variable) {
        var key = KEY.matcher(variable);
        return !key.matches() || ASKED_BY.getOrDefault(module, Set.of()).contains(key.group(1));
    }
}
