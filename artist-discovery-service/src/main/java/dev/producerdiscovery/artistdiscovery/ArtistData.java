package dev.producerdiscovery.artistdiscovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.producerdiscovery.descriptor.MusicCatalogue;
import dev.producerdiscovery.provider.musicbrainz.MbArtist;
import dev.producerdiscovery.provider.spotify.SpotifyArtist;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * An artist as {@code process_artist_atomic} takes it; what the catalogue did not say is left out, so that it stays as it
 * is.
 *
 * @param formerMusicbrainzId an id under which the artist may be known here that was merged into the other; null for none
 * @param catalogue who says so; null for Spotify
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ArtistData(
        String name,
        @Nullable String musicbrainzId,
        @Nullable String formerMusicbrainzId,
        @Nullable String catalogue,
        @Nullable Integer followers,
        @Nullable Integer popularity,
        @Nullable String imageUrl,
        Metadata metadata) {

    /**
     * @param began of a life or a band, as precise as it is known
     * @param ended of the same
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Metadata(
            List<String> genres,
            @Nullable String url,
            @Nullable String disambiguation,
            @Nullable String country,
            @Nullable String began,
            @Nullable String ended) {}

    static ArtistData of(SpotifyArtist artist) {
        return new ArtistData(
                artist.name(),
                null,
                null,
                null,
                artist.followers(),
                artist.popularity(),
                artist.imageUrl(),
                new Metadata(artist.genres(), artist.url(), null, null, null, null));
    }

    /** @param asked the id that led to the artist, who may have been merged into another since */
    static ArtistData of(MbArtist artist, String asked) {
        return new ArtistData(
                artist.name(),
                artist.id(),
                asked.equals(artist.id()) ? null : asked,
                MusicCatalogue.MUSICBRAINZ.word(),
                null,
                null,
                null,
                new Metadata(List.of(), null, artist.disambiguation(), artist.country(), artist.begin(), artist.end()));
    }
}
