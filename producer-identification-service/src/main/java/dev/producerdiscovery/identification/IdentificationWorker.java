package dev.producerdiscovery.identification;

import dev.producerdiscovery.descriptor.Stage;
import dev.producerdiscovery.identification.evidence.Answer;
import dev.producerdiscovery.identification.plan.Identification;
import dev.producerdiscovery.identification.plan.Identifier;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.identification.song.SongHistory;
import dev.producerdiscovery.identification.song.SongReader;
import dev.producerdiscovery.identification.song.SongReader.Reading;
import dev.producerdiscovery.provider.cache.SingleFlight;
import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Identifies the song of a track, unless that was done already. */
final class IdentificationWorker extends BaseWorker<SongMessage> {

    static final String QUEUE = Stage.PRODUCER_IDENTIFICATION.queue();

    private final SongReader songs;
    private final ListingPatience listing;
    private final Identifier identifier;
    private final SongSettlements settlements;
    private final Duration refreshAfter;
    private final InstantSource clock;
    private final SingleFlight<SongAsked, Identification> flights = new SingleFlight<>();

    IdentificationWorker(
            SongReader songs,
            ListingPatience listing,
            Identifier identifier,
            SongSettlements settlements,
            Duration refreshAfter,
            InstantSource clock) {
        super(QUEUE, SongMessage.class);
        this.songs = songs;
        this.listing = listing;
        this.identifier = identifier;
        this.settlements = settlements;
        this.refreshAfter = refreshAfter;
        this.clock = clock;
    }

    @Override
    public Outcome handle(SongMessage message, Delivery delivery) {
        Reading reading = songs.songOf(message.trackId(), clock.instant())
                .orElseThrow(() -> new PermanentFailure("trackId: no track " + message.trackId() + " with a song"));
        Song song = reading.song();
        SongHistory history = delivery.refresh() ? SongHistory.none() : reading.history();
        if (history.isFresh(clock.instant(), refreshAfter)) {
            return new Outcome.Duplicate(song.label() + " is identified already");
        }
        Optional<Duration> wait = reading.growing() ? listing.worthWaitingFor(delivery) : Optional.empty();
        if (wait.isPresent()) {
            return new Outcome.RetryLater(wait.get(), "the artist's tracks are still being listed");
        }
        Identification identification = flights.join(new SongAsked(song), () -> identifier.identify(song, history));
        return switch (identification) {
            case Identification.Complete(List<Answer> answers) ->
                Outcome.done(settlements, new EndedSong(song, answers, false, message, delivery));
            case Identification.Provisional(List<Answer> answers) ->
                Outcome.done(settlements, new EndedSong(song, answers, true, message, delivery));
        };
    }

    /** Two messages share an answer only when they ask about the song with the same tracks. */
    private record SongAsked(UUID id, String version) {

        SongAsked(Song song) {
            this(song.id(), song.version());
        }
    }
}
