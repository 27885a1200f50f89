package dev.producerdiscovery.trackdiscovery;

import java.util.UUID;

/**
 * A song that is to be identified, or was.
 *
 * @param version stands for the tracks it has now: with others it is another question
 * @param trackId the track that stands for it
 * @param identified whether its makers were looked for with the tracks it has now
 */
record OpenSong(
        UUID songId, String version, UUID trackId, String trackName, UUID albumId, UUID artistId, boolean identified) {}
