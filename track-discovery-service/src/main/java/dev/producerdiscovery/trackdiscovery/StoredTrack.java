package dev.producerdiscovery.trackdiscovery;

import java.util.UUID;

/**
 * What the database says of a track that was just stored.
 *
 * @param songId of which song it is a recording
 * @param identified whether the song's makers were looked for already
 */
record StoredTrack(UUID trackId, String name, UUID songId, boolean identified) {}
