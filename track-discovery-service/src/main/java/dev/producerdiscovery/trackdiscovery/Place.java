package dev.producerdiscovery.trackdiscovery;

import java.util.UUID;

/**
 * Among which artist's songs a track belongs, and to which of them. A track of a joint album stays with the artist for
 * whom it was found first, so that its song is looked into once.
 *
 * @param song the song's normalized name, unique for the artist
 */
record Place(UUID artistId, String song) {}
