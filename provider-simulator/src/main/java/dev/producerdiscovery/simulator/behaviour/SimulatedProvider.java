package dev.producerdiscovery.simulator.behaviour;

import java.util.Arrays;
import java.util.Optional;

/** Who is simulated, each under a path of its own. */
public enum SimulatedProvider {
    SPOTIFY_ACCOUNTS("spotify-accounts"),
    SPOTIFY("spotify"),
    MUSICBRAINZ("musicbrainz"),
    GENIUS("genius"),
    DISCOGS("discogs"),
    INSTAGRAM("instagram");

    private final String path;

    SimulatedProvider(String path) {
        this.path = path;
    }

    /** Its name in requests and answers, which is also the first part of its paths. */
    public String path() {
        return path;
    }

    public static Optional<SimulatedProvider> named(String name) {
        return Arrays.stream(values())
                .filter(provider -> provider.path.equals(name))
                .findFirst();
    }

    /** @param requestPath such as {@code /spotify/v1/search} */
    public static Optional<SimulatedProvider> ofPath(String requestPath) {
        int end = requestPath.indexOf('/', 1);
        return end < 0 ? Optional.empty() : named(requestPath.substring(1, end));
    }
}
