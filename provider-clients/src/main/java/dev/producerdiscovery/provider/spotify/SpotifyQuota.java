package dev.producerdiscovery.provider.spotify;

import dev.producerdiscovery.worker.budget.ProviderBudget;
import org.jspecify.annotations.Nullable;

/**
 * How many calls to each group of endpoints Spotify takes of this app in any 24 hours. It names no figure: apps in
 * Development Mode were refused for the rest of the day after 597 to 600 calls, others are not known to be.
 *
 * @param configured holds in any mode; 0 for as many as one likes, null for what is known of the mode
 * @see <a href="https://developer.spotify.com/blog/2026-07-23-web-api-quota-updates">Quotas</a>
 */
record SpotifyQuota(SpotifyMode mode, @Nullable Integer configured) {

    /** Less than was measured: others may use the same account, and a refusal costs a day. */
    static final int IN_DEVELOPMENT_MODE = 550;

    int callsADay(String endpoint) {
        if (endpoint.equals(SpotifyToken.ENDPOINT)) {
            return ProviderBudget.EXEMPT;
        }
        if (configured != null) {
            return configured;
        }
        return mode.isExtended() ? 0 : IN_DEVELOPMENT_MODE;
    }
}
