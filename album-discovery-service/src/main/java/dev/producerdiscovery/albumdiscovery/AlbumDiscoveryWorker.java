package dev.producerdiscovery.albumdiscovery;

import dev.producerdiscovery.descriptor.Stage;
import dev.producerdiscovery.provider.spotify.SpotifyAlbum;
import dev.producerdiscovery.provider.spotify.SpotifyClient;
import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outbox;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stores one page of an artist's albums, sends each album on to have its tracks found, and goes on to the next page. */
@Component
class AlbumDiscoveryWorker extends BaseWorker<AlbumDiscoveryMessage> {

    static final String QUEUE = Stage.ALBUM_DISCOVERY.queue();

    private static final String NEXT_QUEUE = Stage.TRACK_DISCOVERY.queue();

    private static final Logger log = LoggerFactory.getLogger(AlbumDiscoveryWorker.class);

    private final SpotifyClient spotify;
    private final AlbumStore store;
    private final Set<String> groups;

    AlbumDiscoveryWorker(SpotifyClient spotify, AlbumStore store, AlbumDiscoveryProperties properties) {
        super(QUEUE, AlbumDiscoveryMessage.class);
        this.spotify = spotify;
        this.store = store;
        this.groups = properties.groups();
    }

    @Override
    public Set<String> requiredProviders() {
        return Stage.ALBUM_DISCOVERY.requiredProviders();
    }

    @Override
    public Outcome handle(AlbumDiscoveryMessage message, Delivery delivery) {
        Artist artist = store.artist(message.artistId())
                .orElseThrow(() -> new PermanentFailure(
                        "artistId " + message.artistId() + " is no artist with a Spotify id in the database"));
        AlbumPage page =
                AlbumPage.of(spotify.artistAlbums(artist.spotifyId(), groups, message.start()), message.start());
        if (page.unnamed() > 0) {
            log.info("{} albums of artist {} have no name any more and are left out", page.unnamed(), artist.id());
        }
        return Outcome.done(outbox -> {
            page.albums().forEach(album -> sendOn(album, artist, message, delivery, outbox));
            page.nextOffset().ifPresent(next -> continueAt(next, message, delivery, outbox));
            if (message.start() == 0 || page.hasLongAlbums()) {
                estimate(page, delivery);
            }
        });
    }

    private void sendOn(
            SpotifyAlbum album, Artist artist, AlbumDiscoveryMessage message, Delivery delivery, Outbox outbox) {
        UUID albumId = store.store(AlbumData.of(album, artist), delivery.operationId(album.id()), album.id());
        outbox.send(
                NEXT_QUEUE,
                new TrackDiscovery(albumId, album.name(), artist.id(), 0, message.refresh()),
                delivery.keyFor(NEXT_QUEUE, albumId, 0));
    }

    /** From the first page on it is known what the rest of the run costs. */
    private void estimate(AlbumPage page, Delivery delivery) {
        delivery.correlationId().ifPresent(run -> page.total().ifPresent(albums -> store.estimate(run, albums)));
    }

    private static void continueAt(int offset, AlbumDiscoveryMessage message, Delivery delivery, Outbox outbox) {
        outbox.send(
                QUEUE,
                new AlbumDiscoveryMessage(message.artistId(), offset, message.refresh()),
                delivery.keyFor(QUEUE, message.artistId(), offset));
    }
}
