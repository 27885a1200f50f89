package dev.producerdiscovery.artistdiscovery;

import dev.producerdiscovery.worker.Refreshing;
import org.jspecify.annotations.Nullable;

/**
 * A message of the queue artist_discovery.
 *
 * @param refresh true to look again at songs that are known already
 */
record ArtistDiscoveryMessage(
        @Nullable String artistId,
        @Nullable String artistName,
        @Nullable String catalogue,
        @Nullable Boolean refresh) implements Refreshing {

    ArtistDiscoveryMessage {
        query(artistId, artistName, catalogue);
    }

    ArtistQuery query() {
        return query(artistId, artistName, catalogue);
    }

    @Override
    public boolean refreshes() {
        return Boolean.TRUE.equals(refresh);
    }

    private static ArtistQuery query(
            @Nullable String artistId, @Nullable String artistName, @Nullable String catalogue) {
        return new ArtistQuery(artistName, artistId, catalogue);
    }
}
