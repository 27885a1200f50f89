package dev.producerdiscovery.albumdiscovery;

/** Where an artist's albums are listed. */
interface AlbumCatalogue {

    /**
     * A page of the artist's albums.
     *
     * @param offset how many to leave out
     * @throws dev.producerdiscovery.worker.failure.PermanentFailure for an artist whom the catalogue does not know
     */
    AlbumListing list(Artist artist, int offset);
}
