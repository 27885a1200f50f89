package dev.producerdiscovery.trackdiscovery;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An album as one of its artists has it.
 *
 * @param artistId for whom it was listed
 * @param group in what way it is this artist's: album, single, compilation or appears_on
 * @param ownerId among whose songs its tracks belong: one artist, so that each song of a joint album is looked into once
 * @param released null when unknown
 */
record Album(
        UUID id,
        String spotifyId,
        UUID artistId,
        String artistSpotifyId,
        String group,
        UUID ownerId,
        @Nullable LocalDate released) {

    /** Whether the album also holds songs of others, of which only the credit on the track tells. */
    boolean isOfManyArtists() {
        return group.equals("compilation") || group.equals("appears_on");
    }
}
