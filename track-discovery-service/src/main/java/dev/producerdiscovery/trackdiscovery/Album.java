package dev.producerdiscovery.trackdiscovery;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An album as one of its artists has it. At least one catalogue knows both.
 *
 * @param musicbrainzId the release's
 * @param recordings those of the release that are this album's; none for all
 * @param artistId for whom it was listed
 * @param group in what way it is this artist's: album, single, compilation or appears_on
 * @param ownerId among whose songs its tracks belong: one artist, so that each song of a joint album is looked into once
 * @param released null when unknown
 */
record Album(
        UUID id,
        @Nullable String spotifyId,
        @Nullable String musicbrainzId,
        Set<String> recordings,
        UUID artistId,
        @Nullable String artistSpotifyId,
        @Nullable String artistMusicbrainzId,
        String group,
        UUID ownerId,
        @Nullable LocalDate released) {

    Album {
        recordings = Set.copyOf(recordings);
    }

    /** Whether the album also holds songs of others, of which only the credit on the track tells. */
    boolean isOfManyArtists() {
        return group.equals("compilation") || group.equals("appears_on");
    }

    Album ownedBy(UUID artistId) {
        return new Album(
                id,
                spotifyId,
                musicbrainzId,
                recordings,
                this.artistId,
                artistSpotifyId,
                artistMusicbrainzId,
                group,
                artistId,
                released);
    }

    boolean takes(String recording) {
        return recordings.isEmpty() || recordings.contains(recording);
    }
}
