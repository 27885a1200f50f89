package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.descriptor.Stage;
import dev.producerdiscovery.provider.StandardCatalogue;
import dev.producerdiscovery.worker.BatchWorker;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outbox;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.Received;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Stores one page of an album's tracks with their songs, sends each song that nobody looked at yet on to have its makers
 * found, and goes on to the next page. Albums of a run that wait together are read together.
 */
@Component
class TrackDiscoveryWorker extends BatchWorker<TrackDiscoveryMessage> {

    static final String QUEUE = Stage.TRACK_DISCOVERY.queue();

    private static final String NEXT_QUEUE = Stage.PRODUCER_IDENTIFICATION.queue();

    private static final Logger log = LoggerFactory.getLogger(TrackDiscoveryWorker.class);

    /** As many as a page of albums sends at once: the fewer are read apart, the fewer calls are not full. */
    private static final int MOST_ALBUMS = 50;

    private final AlbumBatch batch;
    private final SongSorter songs;
    private final TrackStore store;
    private final StandardCatalogue standard;

    TrackDiscoveryWorker(AlbumBatch batch, SongSorter songs, TrackStore store, StandardCatalogue standard) {
        super(QUEUE, TrackDiscoveryMessage.class, MOST_ALBUMS);
        this.batch = batch;
        this.songs = songs;
        this.store = store;
        this.standard = standard;
    }

    @Override
    public Set<String> requiredProviders() {
        return standard.requiredBy(Stage.TRACK_DISCOVERY);
    }

    @Override
    public List<Outcome> handle(List<Received<TrackDiscoveryMessage>> messages) {
        return batch.handle(messages, this::found);
    }

    private Outcome found(Received<TrackDiscoveryMessage> received, Album album, TrackListing listing) {
        TrackDiscoveryMessage message = received.message();
        Delivery delivery = received.delivery();
        TrackSelection selection = TrackSelection.of(listing.tracks(), album);
        if (selection.unusable() + selection.ofOthers() > 0) {
            log.info(
                    "Album {} at offset {}: {} tracks without id or name and {} of others are left out",
                    album.id(),
                    message.start(),
                    selection.unusable(),
                    selection.ofOthers());
        }
        return Outcome.done(outbox -> {
            Runnable details = () -> listing.album()
                    .flatMap(page -> AlbumDetails.of(page, album))
                    .ifPresent(page -> store.storeDetails(
                            page, delivery.operationId(String.valueOf(album.spotifyId())), album.spotifyId()));
            if (selection.tracks().isEmpty()) {
                details.run();
            } else {
                sendOn(store.songs(songs.store(selection.tracks(), album, details)), message, delivery, outbox);
            }
            listing.nextOffset()
                    .ifPresent(next -> outbox.send(QUEUE, message.at(next), delivery.keyFor(QUEUE, album.id(), next)));
        });
    }

    private static void sendOn(List<OpenSong> songs, TrackDiscoveryMessage message, Delivery delivery, Outbox outbox) {
        for (OpenSong song : songs) {
            if (delivery.refresh() || !song.identified()) {
                outbox.send(
                        NEXT_QUEUE,
                        new ProducerIdentification(
                                song.trackId(), song.trackName(), song.albumId(), song.artistId(), message.refresh()),
                        delivery.keyFor(NEXT_QUEUE, song.songId() + ":" + song.version(), 0));
            }
        }
    }
}
