package dev.producerdiscovery.musicbrainz.sheet;

import com.github.benmanes.caffeine.cache.Cache;
import dev.producerdiscovery.provider.cache.RecentlyRead;
import dev.producerdiscovery.provider.cache.SingleFlight;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The tracks of releases with their credits, each release asked for once for all songs. Thread-safe. */
public final class ReleaseSheets {

    /** Some megabytes. */
    private static final int TRACKS_IN_MEMORY = 5_000;

    private final MusicBrainzClient client;
    private final SheetStore store;
    private final ReleaseDump dump;
    private final Duration validFor;
    private final InstantSource clock;
    private final Cache<String, Sheet> recent;
    private final SingleFlight<String, Sheet> flights = new SingleFlight<>();

    public ReleaseSheets(
            MusicBrainzClient client,
            SheetStore store,
            ReleaseDump dump,
            Duration validFor,
            Duration inMemory,
            InstantSource clock) {
        this.client = client;
        this.store = store;
        this.dump = dump;
        this.validFor = validFor;
        this.clock = clock;
        this.recent = RecentlyRead.cache(
                inMemory,
                clock,
                TRACKS_IN_MEMORY,
                (id, sheet) -> 1 + sheet.tracks().size());
    }

    /** What is at hand of a release; costs no call. */
    public Optional<Sheet> atHand(String releaseId) {
        return kept(releaseId).or(() -> dump.release(releaseId));
    }

    /** The tracks of a release; none when MusicBrainz does not know it any more. */
    public Sheet read(String releaseId) {
        return flights.join(
                releaseId,
                () -> atHand(releaseId)
                        .orElseGet(() -> keep(
                                releaseId,
                                client.release(releaseId).map(SheetReader::read).orElse(List.of()))));
    }

    /** What a dump says of an ISRC. */
    public Optional<Sheet> dumpedIsrc(String isrc) {
        return dump.isrc(isrc);
    }

    /** The recordings that bear an ISRC. */
    public Sheet readIsrc(String isrc) {
        String id = "isrc:" + isrc;
        return flights.join(
                id,
                () -> kept(id).or(() -> dump.isrc(isrc))
                        .orElseGet(() -> keep(
                                id,
                                client.recordingsByIsrc(isrc).stream()
                                        .map(SheetReader::read)
                                        .toList())));
    }

    private Optional<Sheet> kept(String id) {
        Sheet known = recent.getIfPresent(id);
        return known != null
                ? Optional.of(known)
                : store.sheet(id, clock.instant()).map(tracks -> remembered(id, tracks));
    }

    private Sheet keep(String id, List<SheetTrack> tracks) {
        store.saveSheet(id, tracks, clock.instant().plus(validFor));
        return remembered(id, tracks);
    }

    private Sheet remembered(String id, List<SheetTrack> tracks) {
        Sheet sheet = new Sheet(tracks, null);
        recent.put(id, sheet);
        return sheet;
    }
}
