package dev.producerdiscovery.albumdiscovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.producerdiscovery.provider.musicbrainz.MbArtistCredit;
import dev.producerdiscovery.provider.spotify.SpotifyArtistRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Whom an album is by.
 *
 * @param id at Spotify
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlbumArtist(@Nullable String id, @Nullable String musicbrainzId, String name) {

    static AlbumArtist of(SpotifyArtistRef artist) {
        return new AlbumArtist(artist.id(), null, artist.name());
    }

    static AlbumArtist of(MbArtistCredit credit) {
        return new AlbumArtist(null, credit.artist().id(), credit.artist().name());
    }
}
