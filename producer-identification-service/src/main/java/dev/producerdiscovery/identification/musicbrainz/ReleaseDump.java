package dev.producerdiscovery.identification.musicbrainz;

import dev.producerdiscovery.identification.musicbrainz.DumpStore.Dumped;
import dev.producerdiscovery.provider.cache.Freshness;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzJson;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an imported dump of MusicBrainz says, which costs no call. It is not believed where somebody asks for a fresh
 * look, nor when it has become as old as an answer of MusicBrainz may become. Thread-safe.
 */
final class ReleaseDump {

    private static final Logger log = LoggerFactory.getLogger(ReleaseDump.class);

    /** Without a dump, songs cost no more than a look at a field. */
    private static final Duration LOOKED_FOR_EVERY = Duration.ofMinutes(1);

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final DumpStore store;
    private final Duration validFor;
    private final InstantSource clock;
    private volatile Seen seen = new Seen(null, false, Instant.MIN);

    ReleaseDump(DumpStore store, Duration validFor, InstantSource clock) {
        this.store = store;
        this.validFor = validFor;
        this.clock = clock;
    }

    /** Which dump there was when it was last looked for. */
    private record Seen(@Nullable Instant takenAt, boolean tooOld, Instant lookAgainAt) {

        boolean saysTheSameAs(Seen other) {
            return Objects.equals(takenAt, other.takenAt) && tooOld == other.tooOld;
        }
    }

    /** Remembers which releases the albums of the artist are; how many are newly known. */
    int mapAlbums(Collection<UUID> wanted, UUID artist) {
        return isUsed() ? store.mapAlbums(wanted, artist, clock.instant()) : 0;
    }

    /** The tracks of a release; empty when the dump does not have it. */
    Optional<Sheet> release(String id) {
        return isUsed() && ID.matcher(id).matches()
                ? store.release(UUID.fromString(id)).map(dumped -> new Sheet(tracks(dumped), day(dumped)))
                : Optional.empty();
    }

    /** The recordings that bear an ISRC and name somebody; empty when the dump has none. */
    Optional<Sheet> isrc(String isrc) {
        if (!isUsed()) {
            return Optional.empty();
        }
        Map<String, Dumped> releases = store.releasesByIsrc(isrc.toUpperCase(Locale.ROOT));
        List<SheetTrack> recordings = releases.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(found -> tracks(found.getValue()).stream()
                        .filter(track -> track.recordingId().equals(found.getKey()))
                        .limit(1))
                .map(SheetTrack::withoutRelease)
                .toList();
        return releases.values().stream().findAny().map(dumped -> new Sheet(recordings, day(dumped)));
    }

    private List<SheetTrack> tracks(Dumped dumped) {
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
        return SheetReader.read(MusicBrainzJson.release(dumped.content()));
    }

    private static LocalDate day(Dumped dumped) {
        return LocalDate.ofInstant(dumped.takenAt(), ZoneOffset.UTC);
    }

    private boolean isUsed() {
        Instant now = clock.instant();
        if (!now.isBefore(seen.lookAgainAt())) {
            look(now);
        }
        Seen latest = seen;
        return latest.takenAt() != null && !latest.tooOld() && !latest.takenAt().isBefore(Freshness.required());
    }

    private void look(Instant now) {
        Seen before = seen;
        Optional<Instant> takenAt = store.takenAt();
        boolean tooOld = takenAt.filter(at -> at.plus(validFor).isBefore(now)).isPresent();
        Seen found = new Seen(takenAt.orElse(null), tooOld, now.plus(LOOKED_FOR_EVERY));
        seen = found;
        if (found.takenAt() == null || found.saysTheSameAs(before)) {
            return;
        }
        if (tooOld) {
            log.warn(
                    "The imported dump of MusicBrainz, of {}, is too old to be believed, so MusicBrainz itself is asked. Import a newer one",
                    found.takenAt());
        } else {
            log.info("The imported dump of MusicBrainz, of {}, is asked before MusicBrainz itself", found.takenAt());
        }
    }
}
