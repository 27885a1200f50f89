package dev.producerdiscovery.trackdiscovery;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A song of the artist with its recordings. */
final class SongEntry {

    private static final int SAME_LENGTH_MS = 15_000;

    private final String name;
    private final Recording first;
    private final Set<String> isrcs = new HashSet<>();

    SongEntry(String name, Recording first) {
        this.name = name;
        this.first = first;
        add(first);
    }

    /** The song's normalized name, by which the database knows it. */
    String name() {
        return name;
    }

    void add(Recording recording) {
        if (recording.isrc() != null) {
            isrcs.add(recording.isrc());
        }
    }

    boolean hasTitleOf(Recording recording) {
        return first.key().equals(recording.key());
    }

    boolean hasIsrcOf(Recording recording) {
        return recording.isrc() != null && isrcs.contains(recording.isrc());
    }

    /** Whether the lengths do not speak against it. */
    boolean mayBeAsLongAs(Recording recording) {
        return recording.edited() || first.edited() || distance(recording) <= SAME_LENGTH_MS;
    }

    /** Milliseconds between the lengths; 0 when one is not known. */
    int distance(Recording recording) {
        Integer one = first.durationMs();
        Integer other = recording.durationMs();
        return one == null || other == null ? 0 : Math.abs(one - other);
    }

    /** A name for another song of the same title. */
    static String distinguished(String key, @Nullable Integer durationMs) {
        return key + " ~" + Math.round((durationMs == null ? 0 : durationMs) / 1000.0);
    }
}
