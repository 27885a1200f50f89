package dev.producerdiscovery.artistdiscovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.producerdiscovery.descriptor.Stage;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of a run's first message, as {@link ArtistDiscoveryMessage} is read from it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ArtistDiscoveryRequest(
        @Nullable String artistId,
        @Nullable String artistName,
        @Nullable String catalogue,
        @Nullable Boolean refresh,
        @JsonProperty("_correlationId") UUID correlationId,
        @JsonProperty("_idempotencyKey") String idempotencyKey) {

    static ArtistDiscoveryRequest of(ArtistQuery asked, boolean refresh, UUID correlationId) {
        return new ArtistDiscoveryRequest(
                asked.artistId(),
                asked.artistName(),
                asked.catalogue(),
                refresh ? true : null,
                correlationId,
                Stage.ARTIST_DISCOVERY.queue() + ":" + correlationId);
    }
}
