package dev.producerdiscovery.provider.spotify;

import dev.producerdiscovery.provider.facts.ProviderFacts;
import java.util.List;

/**
 * What this app may do at Spotify, learned from its answers and shared: Development Mode gives pages of 10 and no batch
 * look-ups, and Spotify names the mode nowhere. Full artist objects give it away at no cost, since followers and
 * popularity are missing from them in Development Mode. Until that is known, we go by it. Thread-safe.
 *
 * @see <a href="https://developer.spotify.com/documentation/web-api/tutorials/february-2026-migration-guide">Changes in
 *     Development Mode</a>
 */
final class SpotifyMode {

    static final int SMALL_PAGE = 10;
    static final int LARGE_PAGE = 50;

    private static final String MODE = "mode";
    private static final String EXTENDED = "extended";
    private static final String DEVELOPMENT = "development";
    private static final String LARGE_PAGES = "pages of 50";
    private static final String BATCHES = "several tracks at once";
    private static final String REFUSED = "refused";

    private final ProviderFacts facts;

    SpotifyMode(ProviderFacts facts) {
        this.facts = facts;
    }

    /** @param artists full artist objects of one answer */
    void learnFrom(List<SpotifyArtist> artists) {
        if (!artists.isEmpty()) {
            boolean extended =
                    artists.stream().anyMatch(artist -> artist.followers() != null || artist.popularity() != null);
            facts.remember(SpotifyClient.PROVIDER, MODE, extended ? EXTENDED : DEVELOPMENT);
        }
    }

    boolean isExtended() {
        return facts.find(SpotifyClient.PROVIDER, MODE).filter(EXTENDED::equals).isPresent();
    }

    int pageSize() {
        return allows(LARGE_PAGES) ? LARGE_PAGE : SMALL_PAGE;
    }

    void largePagesRefused() {
        facts.remember(SpotifyClient.PROVIDER, LARGE_PAGES, REFUSED);
    }

    boolean hasBatches() {
        return allows(BATCHES);
    }

    void batchesRefused() {
        facts.remember(SpotifyClient.PROVIDER, BATCHES, REFUSED);
    }

    private boolean allows(String what) {
        return isExtended()
                && facts.find(SpotifyClient.PROVIDER, what)
                        .filter(REFUSED::equals)
                        .isEmpty();
    }
}
