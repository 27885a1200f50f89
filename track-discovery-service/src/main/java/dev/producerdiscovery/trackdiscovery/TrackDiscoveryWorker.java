package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.descriptor.Stage;
import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outbox;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Stores one page of an album's tracks with their songs, sends each song that nobody looked at yet on to have its makers
 * found, and goes on to the next page.
 */
@Component
class TrackDiscoveryWorker extends BaseWorker<TrackDiscoveryMessage> {

    static final String QUEUE = Stage.TRACK_DISCOVERY.queue();

    private static final String NEXT_QUEUE = Stage.PRODUCER_IDENTIFICATION.queue();

    private static final Logger log = LoggerFactory.getLogger(TrackDiscoveryWorker.class);

    private final TrackListings listings;
    private final SongSorter songs;
    private final TrackStore store;

    TrackDiscoveryWorker(TrackListings listings, SongSorter songs, TrackStore store) {
        super(QUEUE, TrackDiscoveryMessage.class);
        this.listings = listings;
        this.songs = songs;
        this.store = store;
    }

    @Override
    public Set<String> requiredProviders() {
        return Stage.TRACK_DISCOVERY.requiredProviders();
    }

    @Override
    public Outcome handle(TrackDiscoveryMessage message, Delivery delivery) {
        Album album = store.album(message.albumId(), message.artistId())
                .orElseThrow(() -> new PermanentFailure("albumId " + message.albumId() + " or artistId "
                        + message.artistId() + " is not in the database with a Spotify id"));
        TrackListing listing = listings.read(album, message.start());
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
            listing.album()
                    .flatMap(page -> AlbumDetails.of(page, album))
                    .ifPresent(details ->
                            store.storeDetails(details, delivery.operationId(album.spotifyId()), album.spotifyId()));
            if (!selection.tracks().isEmpty()) {
                sendOn(store.songs(songs.store(selection.tracks(), album)), message, delivery, outbox);
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
