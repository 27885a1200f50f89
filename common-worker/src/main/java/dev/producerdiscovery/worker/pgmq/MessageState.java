package dev.producerdiscovery.worker.pgmq;

import java.util.Locale;

/** Where a message is, as far as the database knows. */
public enum MessageState {
    /** In its queue, and a worker holds it. */
    LEASED,
    /** In its queue, and nobody holds it. */
    WAITING,
    /** Finished. */
    ARCHIVED;

    static MessageState of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
