package dev.producerdiscovery.simulator.catalogue;

import java.util.List;

/**
 * Somebody with a page at Spotify.
 *
 * @param number order in the catalogue; for tribute acts that of the act they copy
 * @param followers 0 for acts that nobody follows
 */
public record Act(
        int number,
        String spotifyId,
        Contributor who,
        Kind kind,
        List<String> genres,
        int popularity,
        int followers,
        boolean pictured) {

    public enum Kind {
        ARTIST,
        NAMESAKE,
        /** Sings on others' songs and has no release of its own. */
        GUEST,
        TRIBUTE,
        VARIOUS
    }

    public String name() {
        return who.name();
    }
}
