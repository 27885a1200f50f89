package dev.producerdiscovery.albumdiscovery;

import dev.producerdiscovery.albumdiscovery.AlbumListing.Entry;
import dev.producerdiscovery.albumdiscovery.AlbumListing.Whole;
import dev.producerdiscovery.descriptor.MusicCatalogue;
import dev.producerdiscovery.descriptor.Stage;
import dev.producerdiscovery.provider.StandardCatalogue;
import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outbox;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores one page of an artist's albums, sends each album on to have its tracks found, and goes on to the next page. */
@Component
class AlbumDiscoveryWorker extends BaseWorker<AlbumDiscoveryMessage> {

    static final String QUEUE = Stage.ALBUM_DISCOVERY.queue();

    private static final String NEXT_QUEUE = Stage.TRACK_DISCOVERY.queue();

    private final SpotifyAlbums spotify;
    private final MusicBrainzAlbums musicBrainz;
    private final AlbumStore store;
    private final StandardCatalogue standard;
    private final InstantSource clock;

    AlbumDiscoveryWorker(
            SpotifyAlbums spotify,
            MusicBrainzAlbums musicBrainz,
            AlbumStore store,
            StandardCatalogue standard,
            InstantSource clock) {
        super(QUEUE, AlbumDiscoveryMessage.class);
        this.spotify = spotify;
        this.musicBrainz = musicBrainz;
        this.store = store;
        this.standard = standard;
        this.clock = clock;
    }

    @Override
    public Set<String> requiredProviders() {
        return standard.requiredBy(Stage.ALBUM_DISCOVERY);
    }

    @Override
    public Outcome handle(AlbumDiscoveryMessage message, Delivery delivery) {
        Artist artist = store.artist(message.artistId())
                .orElseThrow(
                        () -> new PermanentFailure("artistId " + message.artistId() + " is no artist in the database"));
        MusicCatalogue catalogue =
                message.listedBy().orElseGet(() -> standard.of(artist.spotifyId(), artist.musicbrainzId()));
        AlbumListing listing =
                (catalogue == MusicCatalogue.MUSICBRAINZ ? musicBrainz : spotify).list(artist, message.start());
        // The stages that follow have two catalogues to choose from as well, unless it goes without saying.
        @Nullable String said = catalogue == MusicCatalogue.MUSICBRAINZ ? catalogue.word() : message.catalogue();
        return Outcome.done(outbox -> {
            listing.albums().forEach(album -> sendOn(album, artist, said, message, delivery, outbox));
            listing.nextOffset().ifPresent(next -> continueAt(next, said, message, delivery, outbox));
            delivery.correlationId().ifPresent(run -> listing.total().ifPresent(albums -> store.estimate(run, albums)));
            Whole whole = listing.whole();
            if (whole != null) {
                store.recordListing(artist.id(), whole, clock.instant().plus(whole.holdsFor()));
            }
        });
    }

    private void sendOn(
            Entry album,
            Artist artist,
            @Nullable String catalogue,
            AlbumDiscoveryMessage message,
            Delivery delivery,
            Outbox outbox) {
        Entry.Stored stored = switch (album) {
            case Entry.Read read ->
                new Entry.Stored(
                        store.store(read.data(), delivery.operationId(read.id()), read.spotifyId()),
                        read.data().name());
            case Entry.Stored before -> before;
        };
        outbox.send(
                NEXT_QUEUE,
                new TrackDiscovery(stored.id(), stored.name(), artist.id(), 0, catalogue, message.refresh()),
                delivery.keyFor(NEXT_QUEUE, stored.id(), 0));
    }

    private static void continueAt(
            int offset, @Nullable String catalogue, AlbumDiscoveryMessage message, Delivery delivery, Outbox outbox) {
        outbox.send(
                QUEUE,
                new AlbumDiscoveryMessage(message.artistId(), offset, catalogue, message.refresh()),
                delivery.keyFor(QUEUE, message.artistId(), offset));
    }
}
