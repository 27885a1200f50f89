package dev.producerdiscovery.identification;

import dev.producerdiscovery.identification.plan.Identification;
import dev.producerdiscovery.identification.plan.Identifier;
import dev.producerdiscovery.identification.plan.SingleFlight;
import dev.producerdiscovery.identification.song.Song;
import dev.producerdiscovery.identification.song.SongHistory;
import dev.producerdiscovery.identification.song.SongReader;
import dev.producerdiscovery.provider.cache.Freshness;
import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/** Identifies the song of a track, unless that was done already. */
final class IdentificationWorker extends BaseWorker<SongMessage> {

    private final SongReader songs;
    private final Identifier identifier;
    private final SongSettlements settlements;
    private final Duration refreshAfter;
    private final InstantSource clock;
    private final SingleFlight<UUID, Identification> flights = new SingleFlight<>();

    IdentificationWorker(
            SongReader songs,
            Identifier identifier,
            SongSettlements settlements,
            Duration refreshAfter,
            InstantSource clock) {
        super("producer_identification", SongMessage.class);
        this.songs = songs;
        this.identifier = identifier;
        this.settlements = settlements;
        this.refreshAfter = refreshAfter;
        this.clock = clock;
    }

    @Override
    public Outcome handle(SongMessage message, Delivery delivery) {
        Song song = songs.songOf(message.trackId())
                .orElseThrow(() -> new PermanentFailure("trackId: no track " + message.trackId() + " with a song"));
        SongHistory history = message.refreshes() ? SongHistory.none() : songs.historyOf(song.id(), clock.instant());
        if (history.isFresh(clock.instant(), refreshAfter)) {
            return new Outcome.Duplicate(song.label() + " is identified already");
        }
        Identification identification = Freshness.when(
                message.refreshes(),
                delivery.enqueuedAt(),
                () -> flights.join(song.id(), () -> identifier.identify(song, history)));
        return switch (identification) {
            case Identification.Complete complete ->
                Outcome.done(settlements.of(song, complete, delivery.correlationId()));
            case Identification.Waiting waiting -> throw waiting.reason();
        };
    }
}
