package dev.producerdiscovery.identification;

import dev.producerdiscovery.descriptor.Stage;
import dev.producerdiscovery.identification.evidence.Answer;
import dev.producerdiscovery.identification.evidence.EvidenceStore;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.identification.song.SongHistory;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outbox;
import dev.producerdiscovery.worker.Settlement;
import java.time.Duration;
import java.util.List;

/** What becomes of an identified song in the database: its credits, and a message for each producer nobody looked up. */
final class SongSettlements {

    private static final String NEXT_QUEUE = Stage.SOCIAL_ENRICHMENT.queue();

    private final EvidenceStore evidence;
    private final List<String> enrichRoles;
    private final Duration enrichAfter;

    SongSettlements(EvidenceStore evidence, List<String> enrichRoles, Duration enrichAfter) {
        this.evidence = evidence;
        this.enrichRoles = List.copyOf(enrichRoles);
        this.enrichAfter = enrichAfter;
    }

    /** Everybody who may know was asked, or need not be. */
    Settlement complete(Song song, List<Answer> answers, Delivery delivery) {
        return outbox -> store(song, answers, song.version(), delivery, outbox);
    }

    /** Somebody who may know better is not there now: the song is asked about again, and waits for that answer then. */
    Settlement provisional(Song song, List<Answer> answers, SongMessage message, Delivery delivery) {
        return outbox -> {
            store(song, answers, SongHistory.PROVISIONAL, delivery, outbox);
            outbox.send(
                    IdentificationWorker.QUEUE,
                    new SongMessage(message.trackId(), null),
                    delivery.keyFor(IdentificationWorker.QUEUE, song.id() + ":" + song.version() + ":again", 0));
        };
    }

    private void store(Song song, List<Answer> answers, String version, Delivery delivery, Outbox outbox) {
        evidence.settle(song.id(), answers, version);
        for (EvidenceStore.NewProducer producer : evidence.claimForEnrichment(song.id(), enrichRoles, enrichAfter)) {
            outbox.send(
                    NEXT_QUEUE,
                    new SocialEnrichment(producer.id(), producer.name()),
                    // A producer is claimed again when another song shows who it is elsewhere: that is other work.
                    delivery.keyFor(NEXT_QUEUE, producer.id() + ":" + delivery.messageId(), 0));
        }
    }
}
