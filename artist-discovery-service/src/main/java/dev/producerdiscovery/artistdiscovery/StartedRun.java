package dev.producerdiscovery.artistdiscovery;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/**
 * A discovery run that was accepted.
 *
 * @param messageId of the run's first message in the queue artist_discovery
 */
record StartedRun(
        ArtistQuery asked,
        long messageId,
        UUID correlationId,

        @Schema(description = "Where to watch it", example = "/discover/8f14e45f-ceea-467f-a8d2-0f3a5b6c7d8e")
        String progress) {

    StartedRun(ArtistQuery asked, long messageId, UUID correlationId) {
        this(asked, messageId, correlationId, "/discover/" + correlationId);
    }

    /** @param base the path below which a proxy shows this service, empty without one */
    StartedRun below(String base) {
        return new StartedRun(asked, messageId, correlationId, base + progress);
    }
}
