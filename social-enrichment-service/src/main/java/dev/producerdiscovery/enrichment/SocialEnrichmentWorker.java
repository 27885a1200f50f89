package dev.producerdiscovery.enrichment;

import dev.producerdiscovery.descriptor.Stage;
import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks for a producer's profiles wherever the producer's identity is known, and stores also that there are none. */
@Component
class SocialEnrichmentWorker extends BaseWorker<SocialEnrichmentMessage> {

    static final String QUEUE = Stage.SOCIAL_ENRICHMENT.queue();

    /** After so many failures of the message, what the other sources say is worth more than the one that fails. */
    private static final int PATIENCE = 2;

    private final ProfileStore store;
    private final ProfileSearch search;
    private final ProfileSettlements settlements;

    SocialEnrichmentWorker(ProfileStore store, ProfileSearch search, ProfileSettlements settlements) {
        super(QUEUE, SocialEnrichmentMessage.class);
        this.store = store;
        this.search = search;
        this.settlements = settlements;
    }

    @Override
    public Outcome handle(SocialEnrichmentMessage message, Delivery delivery) {
        Producer producer = store.producer(message.producerId())
                .orElseThrow(() ->
                        new PermanentFailure("producerId " + message.producerId() + " is no producer in the database"));
        Gathered gathered = gather(producer, delivery.failures() < PATIENCE);
        Profile profile = ProfileMaker.make(producer, gathered);
        return Outcome.done(
                settlements,
                new FoundProfile(message.producerId(), producer.name(), profile, gathered.answers(), delivery));
    }

    /** A handle that sources link to the person leads to what the person writes there. */
    private Gathered gather(Producer producer, boolean patient) {
        Gathered linked = search.gather(producer.identities(), patient);
        return ProfileMaker.instagramHandle(linked)
                .map(handle -> linked.and(search.gather(List.of(new Identity("instagram", handle)), patient)))
                .orElse(linked);
    }
}
