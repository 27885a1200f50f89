package dev.producerdiscovery.provider;

import dev.producerdiscovery.descriptor.MusicCatalogue;
import dev.producerdiscovery.descriptor.Stage;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a run takes its artist, albums and tracks from that does not say: Spotify where its credentials are given, else
 * MusicBrainz, which needs none.
 */
public record StandardCatalogue(MusicCatalogue catalogue) {

    /** Of what nobody says where it is listed: as usual, unless only one of the two knows it. */
    public MusicCatalogue of(@Nullable String spotifyId, @Nullable String musicbrainzId) {
        if (musicbrainzId == null) {
            return MusicCatalogue.SPOTIFY;
        }
        return spotifyId == null ? MusicCatalogue.MUSICBRAINZ : catalogue;
    }

    /**
     * Without which providers a stage that lists can do nothing. Whether anybody asks MusicBrainz depends on the message, and
     * a dump may do instead.
     */
    public Set<String> requiredBy(Stage stage) {
        return catalogue == MusicCatalogue.SPOTIFY ? stage.requiredProviders() : Set.of();
    }
}
