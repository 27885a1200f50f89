package dev.producerdiscovery.artistdiscovery;

import dev.producerdiscovery.descriptor.Stage;
import dev.producerdiscovery.provider.StandardCatalogue;
import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outbox;
import dev.producerdiscovery.worker.Outcome;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Settles on the artist that a message asks for, and sends the artist on to have its albums found. */
@Component
class ArtistDiscoveryWorker extends BaseWorker<ArtistDiscoveryMessage> {

    static final String QUEUE = Stage.ARTIST_DISCOVERY.queue();

    private static final String NEXT_QUEUE = Stage.ALBUM_DISCOVERY.queue();

    private final ArtistResolver resolver;
    private final ArtistStore artists;
    private final RunStore runs;
    private final StandardCatalogue standard;
    private final Supplier<UUID> correlationIds;

    ArtistDiscoveryWorker(
            ArtistResolver resolver,
            ArtistStore artists,
            RunStore runs,
            StandardCatalogue standard,
            Supplier<UUID> correlationIds) {
        super(QUEUE, ArtistDiscoveryMessage.class);
        this.resolver = resolver;
        this.artists = artists;
        this.runs = runs;
        this.standard = standard;
        this.correlationIds = correlationIds;
    }

    @Override
    public Set<String> requiredProviders() {
        return standard.requiredBy(Stage.ARTIST_DISCOVERY);
    }

    @Override
    public Outcome handle(ArtistDiscoveryMessage message, Delivery delivery) {
        // A message from an SQL console belongs to no run yet: it becomes one, so that it can be watched as well.
        UUID run = delivery.correlationId().orElseGet(correlationIds);
        ArtistQuery asked = message.query().orElse(standard.catalogue());
        Resolution resolution = resolver.resolve(asked);
        return Outcome.done(outbox -> {
            outbox.correlateAs(run);
            runs.begin(run, asked);
            switch (resolution) {
                case Resolution.Found found -> sendOn(found.artist(), asked, message, delivery, run, outbox);
                case Resolution.Ambiguous ambiguous -> runs.ambiguous(run, ambiguous.candidates());
                case Resolution.NotFound none -> runs.notFound(run);
                case Resolution.Refused refused -> runs.refused(run);
            }
        });
    }

    private void sendOn(
            FoundArtist artist,
            ArtistQuery asked,
            ArtistDiscoveryMessage message,
            Delivery delivery,
            UUID run,
            Outbox outbox) {
        UUID artistId = artists.store(artist, delivery.operationId(artist.id()));
        runs.running(run, artistId);
        outbox.send(
                NEXT_QUEUE,
                new AlbumDiscovery(artistId, 0, asked.catalogue(), message.refresh()),
                NEXT_QUEUE + ":" + run + ":" + artistId + ":0");
    }
}
