package dev.producerdiscovery.fleet.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Passes the providers' keys and addresses of the environment on to the services, and decides whether the simulator is
 * needed: it answers for every provider that has neither. Once Spotify is real it answers for nobody, because its
 * made-up people have no business among real songs.
 */
final class Providers {

    private static final List<String> PREFIXES = List.of(
            "SPOTIFY_", "GENIUS_", "MUSICBRAINZ_", "DISCOGS_", "WIKIDATA_", "INSTAGRAM_", "PRODUCER_DISCOVERY_");

    private final Map<String, String> given = new TreeMap<>();

    Providers(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (PREFIXES.stream().anyMatch(name::startsWith) && !value.isBlank()) {
                given.put(name, value);
            }
        });
    }

    boolean simulated() {
        return !isGiven("SPOTIFY_");
    }

    /** What the services need to find their providers. Holds keys: never print it. */
    Map<String, String> environment(String simulator) {
        Map<String, String> environment = new HashMap<>(given);
        if (simulated()) {
            environment.put("PRODUCER_DISCOVERY_SIMULATOR_URL", simulator);
        }
        return environment;
    }

    /** Changes with every setting; holds no key in the clear. */
    String fingerprint() {
        return Fingerprint.of(given.toString());
    }

    /** For a person to read: who answers, without any key. */
    String describe() {
        return simulated()
                ? "the simulator (a made-up catalogue; set SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET for real music)"
                : "Spotify" + (isGiven("GENIUS_") ? ", Genius" : "") + ", MusicBrainz";
    }

    private boolean isGiven(String prefix) {
        return given.keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }
}
