package dev.producerdiscovery.provider.spotify;

import java.time.Instant;

/**
 * An access token.
 *
 * @param header the value of the Authorization header
 * @param staleAt when it is time for another one
 */
record AccessToken(String header, Instant staleAt) {

    boolean isFresh(Instant now) {
        return now.isBefore(staleAt);
    }

    @Override
    public String toString() {
        return "AccessToken[stale at " + staleAt + "]";
    }
}
