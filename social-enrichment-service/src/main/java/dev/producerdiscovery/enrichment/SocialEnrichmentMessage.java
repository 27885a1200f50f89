package dev.producerdiscovery.enrichment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message of the queue social_enrichment.
 *
 * @param producerId the producer's database id
 * @param producerName for people who read the queue; the database's name counts
 */
record SocialEnrichmentMessage(UUID producerId, @Nullable String producerName) {

    @SuppressWarnings("NullAway") // A queue's message may lack anything.
    SocialEnrichmentMessage {
        if (producerId == null) {
            throw new IllegalArgumentException("producerId is missing");
        }
    }
}
