package dev.producerdiscovery.simulator.catalogue;

/** Who may state a credit or a link. */
public enum Source {
    MUSICBRAINZ,
    GENIUS,
    DISCOGS
}
