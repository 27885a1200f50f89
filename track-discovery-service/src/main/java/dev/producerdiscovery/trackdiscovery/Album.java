package dev.producerdiscovery.trackdiscovery;

import java.util.UUID;

/**
 * An album as one of its artists has it.
 *
 * @param group in what way it is this artist's: album, single, compilation or appears_on
 */
record Album(UUID id, String spotifyId, UUID artistId, String artistSpotifyId, String group) {

    /** Whether the album also holds songs of others, of which only the credit on the track tells. */
    boolean isOfManyArtists() {
        return group.equals("compilation") || group.equals("appears_on");
    }
}
