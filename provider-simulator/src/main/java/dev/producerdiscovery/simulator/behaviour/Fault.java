package dev.producerdiscovery.simulator.behaviour;

/** What is wrong with a provider. */
public enum Fault {
    /** Nothing. */
    NONE,
    /** Every connection is closed without an answer. */
    DOWN,
    /** Every call is answered with the status asked for, 500 unless said otherwise. */
    ERROR,
    /** Every call is answered with a web page and status 200, as a captive portal or a misled proxy does. */
    HTML,
    /** Every call is answered with 429 (503 at MusicBrainz) and Retry-After, until that time is over. */
    THROTTLED,
    /** Calls are taken and not answered until the caller gives up. */
    HANG
}
