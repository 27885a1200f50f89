package dev.producerdiscovery.enrichment;

import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outbox;
import java.util.List;
import java.util.UUID;

/**
 * What a delivery found of a producer.
 *
 * @param producerId as the message named it
 */
record FoundProfile(UUID producerId, String name, Profile profile, List<Inquiry> answers, Delivery delivery) {

    /** Meanwhile another song, or what was just found, showed that the person is also somebody who was not asked about. */
    void askAgain(UUID person, Outbox outbox) {
        outbox.send(
                SocialEnrichmentWorker.QUEUE,
                new SocialEnrichmentMessage(person, name),
                delivery.keyFor(SocialEnrichmentWorker.QUEUE, person + ":" + delivery.messageId(), 0));
    }
}
