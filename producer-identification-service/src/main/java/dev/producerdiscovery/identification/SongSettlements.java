package dev.producerdiscovery.identification;

import dev.producerdiscovery.identification.evidence.EvidenceStore;
import dev.producerdiscovery.identification.plan.Identification;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.worker.Settlement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What becomes of an identified song in the database: its credits, and a message for each producer nobody looked up. */
final class SongSettlements {

    private static final String NEXT_QUEUE = "social_enrichment";

    private final EvidenceStore evidence;
    private final List<String> enrichRoles;
    private final Duration enrichAfter;

    SongSettlements(EvidenceStore evidence, List<String> enrichRoles, Duration enrichAfter) {
        this.evidence = evidence;
        this.enrichRoles = List.copyOf(enrichRoles);
        this.enrichAfter = enrichAfter;
    }

    Settlement of(Song song, Identification.Complete found, Optional<UUID> correlationId) {
        return outbox -> {
            evidence.settle(song.id(), found.answers());
            for (EvidenceStore.NewProducer producer :
                    evidence.claimForEnrichment(song.id(), enrichRoles, enrichAfter)) {
                outbox.send(
                        NEXT_QUEUE,
                        Map.of("producerId", producer.id(), "producerName", producer.name()),
                        key(producer.id(), correlationId));
            }
        };
    }

    private static String key(UUID producer, Optional<UUID> correlationId) {
        String run = correlationId.map(UUID::toString).orElse("none");
        return NEXT_QUEUE + ":" + run + ":" + producer + ":0";
    }
}
