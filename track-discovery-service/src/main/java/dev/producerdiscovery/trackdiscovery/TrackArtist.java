package dev.producerdiscovery.trackdiscovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.producerdiscovery.musicbrainz.sheet.SheetArtist;
import dev.producerdiscovery.provider.spotify.SpotifyArtistRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Whom a track is by.
 *
 * @param id at Spotify
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrackArtist(@Nullable String id, @Nullable String musicbrainzId, String name) {

    static TrackArtist of(SpotifyArtistRef artist) {
        return new TrackArtist(artist.id(), null, artist.name());
    }

    static TrackArtist of(SheetArtist artist) {
        return new TrackArtist(null, artist.id(), artist.name());
    }
}
