package dev.producerdiscovery.trackdiscovery;

import java.util.HashSet;
import java.util.Set;

/** A song of the artist with its recordings. */
final class SongEntry {

    private static final int SAME_LENGTH_MS = 15_000;

    private final SongKey key;
    private final Recording first;
    private final Set<String> isrcs = new HashSet<>();

    SongEntry(SongKey key, Recording first) {
        this.key = key;
        this.first = first;
        add(first);
    }

    SongKey key() {
        return key;
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
}
