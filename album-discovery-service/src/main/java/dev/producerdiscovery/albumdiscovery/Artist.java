package dev.producerdiscovery.albumdiscovery;

import dev.producerdiscovery.descriptor.MusicCatalogue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose albums are listed. */
record Artist(UUID id, @Nullable String spotifyId, @Nullable String musicbrainzId) {

    /** Where nobody says where: as usual, unless only the other catalogue knows the artist. */
    MusicCatalogue listedBy(MusicCatalogue standard) {
        if (musicbrainzId == null) {
            return MusicCatalogue.SPOTIFY;
        }
        return spotifyId == null ? MusicCatalogue.MUSICBRAINZ : standard;
    }
}
