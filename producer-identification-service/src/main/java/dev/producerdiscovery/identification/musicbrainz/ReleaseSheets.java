package dev.producerdiscovery.identification.musicbrainz;

import dev.producerdiscovery.identification.plan.SingleFlight;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The tracks of releases with their credits, each release read once for all songs. Thread-safe. */
final class ReleaseSheets {

    private final MusicBrainzClient client;
    private final MusicBrainzStore store;
    private final Duration validFor;
    private final InstantSource clock;
    private final SingleFlight<String, List<SheetTrack>> flights = new SingleFlight<>();

    ReleaseSheets(MusicBrainzClient client, MusicBrainzStore store, Duration validFor, InstantSource clock) {
        this.client = client;
        this.store = store;
        this.validFor = validFor;
        this.clock = clock;
    }

    /** What is at hand of a release; costs no call. */
    Optional<List<SheetTrack>> atHand(String releaseId) {
        return store.sheet(releaseId, clock.instant());
    }

    /** The tracks of a release; none when MusicBrainz does not know it any more. */
    List<SheetTrack> read(String releaseId) {
        return remembered(
                releaseId,
                () -> client.release(releaseId).map(SheetReader::read).orElse(List.of()));
    }

    /** The recordings that bear an ISRC. */
    List<SheetTrack> readIsrc(String isrc) {
        return remembered(
                "isrc:" + isrc,
                () -> client.recordingsByIsrc(isrc).stream()
                        .map(SheetReader::read)
                        .toList());
    }

    private List<SheetTrack> remembered(String id, Supplier<List<SheetTrack>> question) {
        return flights.join(
                id,
                () -> atHand(id).orElseGet(() -> {
                    List<SheetTrack> answer = question.get();
                    store.saveSheet(id, answer, clock.instant().plus(validFor));
                    return answer;
                }));
    }
}
