package dev.producerdiscovery.identification;

import static java.util.Objects.requireNonNull;

import dev.producerdiscovery.descriptor.Stage;
import dev.producerdiscovery.identification.evidence.EvidenceStore;
import dev.producerdiscovery.identification.evidence.EvidenceStore.NewProducer;
import dev.producerdiscovery.identification.evidence.SettledSong;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.JointSettlement;
import dev.producerdiscovery.worker.Outbox;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What becomes of identified songs in the database: their credits, and a message for each producer nobody looked up.
 * Songs that end together name much the same people, and are written together.
 */
final class SongSettlements implements JointSettlement<EndedSong> {

    private static final String NEXT_QUEUE = Stage.SOCIAL_ENRICHMENT.queue();

    private final EvidenceStore evidence;
    private final List<String> enrichRoles;
    private final Duration enrichAfter;

    SongSettlements(EvidenceStore evidence, List<String> enrichRoles, Duration enrichAfter) {
        this.evidence = evidence;
        this.enrichRoles = List.copyOf(enrichRoles);
        this.enrichAfter = enrichAfter;
    }

    @Override
    public void apply(List<Result<EndedSong>> results) {
        Map<UUID, EndedSong> songs = new LinkedHashMap<>();
        Map<UUID, Outbox> outboxes = new LinkedHashMap<>();
        for (Result<EndedSong> result : results) {
            EndedSong song = result.value();
            songs.merge(song.id(), song, EndedSong::orFinal);
            outboxes.put(song.id(), result.outbox());
            song.askAgain(result.outbox());
        }
        List<SettledSong> settled =
                songs.values().stream().map(EndedSong::settled).toList();
        for (NewProducer producer : evidence.settle(settled, enrichRoles, enrichAfter)) {
            lookUp(
                    producer,
                    requireNonNull(songs.get(producer.song())).delivery(),
                    requireNonNull(outboxes.get(producer.song())));
        }
    }

    private static void lookUp(NewProducer producer, Delivery delivery, Outbox outbox) {
        outbox.send(
                NEXT_QUEUE,
                new SocialEnrichment(producer.id(), producer.name()),
                // A producer is claimed again when another song shows who it is elsewhere: that is other work.
                delivery.keyFor(NEXT_QUEUE, producer.id() + ":" + delivery.messageId(), 0));
    }
}
