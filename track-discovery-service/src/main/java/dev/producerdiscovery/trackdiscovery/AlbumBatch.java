package dev.producerdiscovery.trackdiscovery;

import dev.producerdiscovery.descriptor.MusicCatalogue;
import dev.producerdiscovery.provider.StandardCatalogue;
import dev.producerdiscovery.provider.spotify.SpotifyAlbum;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.Received;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import dev.producerdiscovery.worker.failure.WorkFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads the pages that a batch of messages asks for. A page that is not to be had is its own message's end; one that fails
 * leaves what was read before it, and hands back what comes behind: nothing that was paid for is thrown away.
 */
@Component
class AlbumBatch {

    private final TrackListings listings;
    private final SheetListings sheets;
    private final TrackStore store;
    private final StandardCatalogue standard;

    AlbumBatch(TrackListings listings, SheetListings sheets, TrackStore store, StandardCatalogue standard) {
        this.listings = listings;
        this.sheets = sheets;
        this.store = store;
        this.standard = standard;
    }

    /** What is made of a page. */
    @FunctionalInterface
    interface Finding {

        Outcome of(Received<TrackDiscoveryMessage> message, Album album, TrackListing listing);
    }

    private sealed interface Step {

        record Listed(Received<TrackDiscoveryMessage> message, Album album, TrackListing listing) implements Step {}

        record Read(Received<TrackDiscoveryMessage> message, Album album, TrackPage page) implements Step {}

        record Ended(Outcome outcome) implements Step {}
    }

    private record Asked(Received<TrackDiscoveryMessage> message, Optional<Album> album, MusicCatalogue catalogue) {

        boolean beginsAlbumOfSpotify() {
            return message.message().start() == 0 && catalogue == MusicCatalogue.SPOTIFY;
        }
    }

    /** The outcomes in the order of the messages. */
    List<Outcome> handle(List<Received<TrackDiscoveryMessage>> messages, Finding finding) {
        List<Asked> asked = messages.stream().map(this::asked).toList();
        List<Step> steps = steps(asked);
        Iterator<TrackListing> listed = listings.complete(steps.stream()
                        .filter(Step.Read.class::isInstance)
                        .map(step -> ((Step.Read) step).page())
                        .toList())
                .iterator();
        return steps.stream()
                .map(step -> switch (step) {
                    case Step.Listed(var message, var album, var listing) -> finding.of(message, album, listing);
                    case Step.Read(var message, var album, var page) -> finding.of(message, album, listed.next());
                    case Step.Ended(Outcome outcome) -> outcome;
                })
                .toList();
    }

    private Asked asked(Received<TrackDiscoveryMessage> received) {
        TrackDiscoveryMessage message = received.message();
        Optional<Album> album = store.album(message.albumId(), message.artistId());
        return new Asked(
                received,
                album,
                message.listedBy()
                        .orElseGet(() -> album.map(known -> standard.of(known.spotifyId(), known.musicbrainzId()))
                                .orElse(standard.catalogue())));
    }

    private List<Step> steps(List<Asked> asked) {
        Optional<Map<String, SpotifyAlbum>> albums = listings.albums(asked.stream()
                .filter(Asked::beginsAlbumOfSpotify)
                .flatMap(one -> one.album().stream())
                .flatMap(album -> Optional.ofNullable(album.spotifyId()).stream())
                .distinct()
                .toList());
        List<Step> steps = new ArrayList<>();
        for (Asked one : asked) {
            try {
                steps.add(step(one, albums));
            } catch (PermanentFailure e) {
                steps.add(new Step.Ended(Outcome.dead(String.valueOf(e.getMessage()))));
            } catch (WorkFailure e) {
                if (steps.isEmpty()) {
                    throw e;
                }
                Outcome behind =
                        new Outcome.RetryLater(Duration.ZERO, "what was asked for before it failed: " + e.getMessage());
                while (steps.size() < asked.size()) {
                    steps.add(new Step.Ended(behind));
                }
                break;
            }
        }
        return steps;
    }

    private Step step(Asked asked, Optional<Map<String, SpotifyAlbum>> albums) {
        TrackDiscoveryMessage message = asked.message().message();
        Album album = asked.album()
                .orElseThrow(() -> new PermanentFailure("albumId " + message.albumId() + " or artistId "
                        + message.artistId() + " is not in the database"));
        if (asked.catalogue() == MusicCatalogue.MUSICBRAINZ) {
            return new Step.Listed(asked.message(), album, sheets.listing(album));
        }
        return new Step.Read(asked.message(), album, listings.page(album, message.start(), albums));
    }
}
