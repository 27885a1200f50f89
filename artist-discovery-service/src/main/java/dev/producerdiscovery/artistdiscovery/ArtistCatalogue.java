package dev.producerdiscovery.artistdiscovery;

/** Where artists are looked up. */
interface ArtistCatalogue {

    /** Settles on the one artist that is meant. */
    Resolution byId(String id);

    /** @param name one that may be asked for */
    Resolution byName(String name);
}
