package dev.producerdiscovery.artistdiscovery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the next stage is asked: the artist's albums, from the first one on. */
record AlbumDiscovery(
        UUID artistId,
        int offset,
        @Nullable String catalogue,
        @Nullable Boolean refresh) {}
