package dev.producerdiscovery.dumpimport;

import dev.producerdiscovery.dumpimport.entry.Entry;

/** Entries on their way to the database, together with how many lines were read for them. Used by one thread. */
final class Batch {

    /** Enough to make the way worth it, and little beside a small heap, in which it stands several times. */
    private static final int LARGE = 1_000_000;

    /** So often progress is stored where no line is worth keeping. */
    private static final int MANY_LINES = 20_000;

    private final StringBuilder entries = new StringBuilder("[");
    private int lines;
    private int broken;

    void line() {
        lines++;
    }

    void broken() {
        broken++;
    }

    void add(Entry entry) {
        if (entries.length() > 1) {
            entries.append(',');
        }
        entries.append(entry.json());
    }

    boolean isFull() {
        return entries.length() >= LARGE || lines >= MANY_LINES;
    }

    boolean isEmpty() {
        return lines == 0;
    }

    int lines() {
        return lines;
    }

    int brokenLines() {
        return broken;
    }

    String json() {
        return entries + "]";
    }
}
