package dev.producerdiscovery.trackdiscovery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the next stage is asked: who made the song that this track is a recording of. */
record ProducerIdentification(
        UUID trackId,
        String trackName,
        UUID albumId,
        UUID artistId,
        @Nullable Boolean refresh) {}
