package dev.producerdiscovery.musicbrainz.sheet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.producerdiscovery.musicbrainz.sheet.DumpStore.Dumped;
import dev.producerdiscovery.musicbrainz.sheet.DumpStore.InUse;
import dev.producerdiscovery.provider.musicbrainz.MbRelease;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzJson;
import dev.producerdiscovery.worker.scope.WorkScope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an imported dump of MusicBrainz says, which costs no call. It is not believed where somebody asks for a fresh
 * look, nor when it has become as old as an answer of MusicBrainz may become; and of recordings of works only together
 * with a dump of works, as nobody would ask for their writers any more. Thread-safe.
 */
public final class ReleaseDump {

    private static final Logger log = LoggerFactory.getLogger(ReleaseDump.class);

    /** Without a dump, songs cost no more than a look at a field. */
    private static final Duration LOOKED_FOR_EVERY = Duration.ofMinutes(1);

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** The tracks of the albums that an artist's songs are on, but not many of the releases with thousands. */
    private static final int TRACKS_AT_HAND = 10_000;

    private final DumpStore store;
    private final Duration validFor;
    private final InstantSource clock;
    private final Cache<ReadFrom, Sheet> atHand = Caffeine.newBuilder()
            .maximumWeight(TRACKS_AT_HAND)
            .<ReadFrom, Sheet>weigher((from, sheet) -> 1 + sheet.tracks().size())
            .build();
    private volatile Seen seen = new Seen(null, false, Instant.MIN);

    public ReleaseDump(JdbcClient jdbc, JsonMapper json, Duration validFor, InstantSource clock) {
        this.store = new DumpStore(jdbc, json);
        this.validFor = validFor;
        this.clock = clock;
    }

    /** Which dumps there were when they were last looked for. */
    private record Seen(@Nullable InUse dumps, boolean tooOld, Instant lookAgainAt) {

        boolean saysTheSameAs(Seen other) {
            return Objects.equals(dumps, other.dumps) && tooOld == other.tooOld;
        }
    }

    private record ReadFrom(InUse dumps, String release) {}

    /** Whether there is a dump that says anything to whoever asks now. */
    public boolean isBelieved() {
        return believed().isPresent();
    }

    /** Remembers which releases the albums of the artist are; how many are newly known. */
    public int mapAlbums(Collection<UUID> wanted, UUID artist) {
        return believed().isPresent() ? store.mapAlbums(wanted, artist, clock.instant()) : 0;
    }

    /** The tracks of a release; empty when the dump does not have it. */
    public Optional<Sheet> release(String id) {
        return believed().filter(dumps -> ID.matcher(id).matches()).flatMap(dumps -> {
            ReadFrom from = new ReadFrom(dumps, id);
            Optional<Sheet> read = Optional.ofNullable(atHand.getIfPresent(from));
            if (read.isPresent()) {
                return read;
            }
            Optional<Sheet> sheet = store.release(UUID.fromString(id))
                    .filter(dumped -> isWhole(dumped, dumps))
                    .map(dumped -> new Sheet(tracks(dumped), day(dumped)));
            sheet.ifPresent(found -> atHand.put(from, found));
            return sheet;
        });
    }

    /** The official releases of an artist, whole; none when the dump has none, or lacks who wrote what is on them. */
    public List<MbRelease> releasesOf(String artist) {
        return believed()
                .map(dumps -> {
                    List<Dumped> releases = store.releasesOf(artist);
                    return releases.stream().allMatch(dumped -> isWhole(dumped, dumps)) ? releases : List.<Dumped>of();
                })
                .orElseGet(List::of)
                .stream()
                .map(this::whole)
                .toList();
    }

    /** The recordings that bear an ISRC and name somebody; empty when the dump has none. */
    public Optional<Sheet> isrc(String isrc) {
        return believed().flatMap(dumps -> isrc(isrc, dumps));
    }

    private Optional<Sheet> isrc(String isrc, InUse dumps) {
        Map<String, Dumped> releases = store.releasesByIsrc(isrc.toUpperCase(Locale.ROOT));
        if (!releases.values().stream().allMatch(dumped -> isWhole(dumped, dumps))) {
            return Optional.empty();
        }
        List<SheetTrack> recordings = releases.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(found -> tracks(found.getValue()).stream()
                        .filter(track -> track.recordingId().equals(found.getKey()))
                        .limit(1))
                .map(SheetTrack::withoutRelease)
                .toList();
        return releases.values().stream().findAny().map(dumped -> new Sheet(recordings, day(dumped)));
    }

    /** Without a dump of works, what names some lacks their writers. */
    private static boolean isWhole(Dumped dumped, InUse dumps) {
        return dumps.works() != null || dumped.content().findValues("work").isEmpty();
    }

    private List<SheetTrack> tracks(Dumped dumped) {
        return SheetReader.read(whole(dumped));
    }

    /** With who wrote the works on it. */
    private MbRelease whole(Dumped dumped) {
        List<JsonNode> works = dumped.content().findValues("work");
        if (!works.isEmpty()) {
            Map<String, JsonNode> writers = store.writers(works.stream()
                    .map(work -> UUID.fromString(work.path("id").asString()))
                    .distinct()
                    .toList());
            for (JsonNode work : works) {
                JsonNode ofThis = writers.get(work.path("id").asString());
                if (ofThis != null) {
                    ((ObjectNode) work).set("relations", ofThis);
                }
            }
        }
        return MusicBrainzJson.release(dumped.content());
    }

    private static LocalDate day(Dumped dumped) {
        return LocalDate.ofInstant(dumped.takenAt(), ZoneOffset.UTC);
    }

    private Optional<InUse> believed() {
        Instant now = clock.instant();
        if (!now.isBefore(seen.lookAgainAt())) {
            look(now);
        }
        Seen latest = seen;
        return Optional.ofNullable(latest.dumps())
                .filter(dumps -> !latest.tooOld()
                        && !dumps.takenAt().isBefore(WorkScope.current().answersSince()));
    }

    private void look(Instant now) {
        Seen before = seen;
        InUse dumps = store.inUse().orElse(null);
        boolean tooOld = dumps != null && dumps.takenAt().plus(validFor).isBefore(now);
        Seen found = new Seen(dumps, tooOld, now.plus(LOOKED_FOR_EVERY));
        seen = found;
        if (dumps == null || found.saysTheSameAs(before)) {
            return;
        }
        if (tooOld) {
            log.warn(
                    "The imported dump of MusicBrainz, of {}, is too old to be believed, so MusicBrainz itself is asked. Import a newer one",
                    dumps.takenAt());
            return;
        }
        log.info("The imported dump of MusicBrainz, of {}, is asked before MusicBrainz itself", dumps.takenAt());
        if (dumps.works() == null) {
            log.warn(
                    "No dump of works was imported, so who wrote a song is not known, and MusicBrainz is asked for every release that names works. Import work.tar.xz");
        }
    }
}
