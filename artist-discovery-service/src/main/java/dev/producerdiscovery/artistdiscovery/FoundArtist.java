package dev.producerdiscovery.artistdiscovery;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The artist who was settled on.
 *
 * @param spotifyId null where only MusicBrainz knows the artist
 * @param data with the id that MusicBrainz gives, where that is known
 */
record FoundArtist(@Nullable String spotifyId, ArtistData data) {

    FoundArtist {
        if (spotifyId == null && data.musicbrainzId() == null) {
            throw new IllegalArgumentException("An artist needs an id");
        }
    }

    /** Of the catalogue that was asked. */
    String id() {
        return Objects.requireNonNullElse(data.musicbrainzId(), Objects.requireNonNullElse(spotifyId, ""));
    }
}
