package dev.producerdiscovery.provider.spotify;

import dev.producerdiscovery.secrets.Secrets;
import java.time.Instant;

/**
 * An access token.
 *
 * @param header the value of the Authorization header
 * @param staleAt when it is time for another one
 */
record AccessToken(String header, Instant staleAt) {

    AccessToken {
        Secrets.keepForAWhile(header.replace("Bearer ", ""));
    }

    boolean isFresh(Instant now) {
        return now.isBefore(staleAt);
    }

    @Override
    public String toString() {
        return "AccessToken[stale at " + staleAt + "]";
    }
}
