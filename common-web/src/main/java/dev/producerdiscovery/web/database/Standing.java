package dev.producerdiscovery.web.database;

import java.util.Locale;

/** How this process does with its connections to the database. */
enum Standing {
    SERVED,
    /** The server cannot be reached: its outage, which ends without us. */
    AWAY,
    /** All connections are taken, and none has been given back for longer than any statement may take. */
    USED_UP,
    /** The server takes no changes, as after a failover that left this process with the former primary. */
    READ_ONLY;

    /** As people read it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
