package dev.producerdiscovery.albumdiscovery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the next stage is asked: the album's tracks, from the first one on. */
record TrackDiscovery(
        UUID albumId,
        String albumName,
        UUID artistId,
        int offset,
        @Nullable String catalogue,
        @Nullable Boolean refresh) {}
