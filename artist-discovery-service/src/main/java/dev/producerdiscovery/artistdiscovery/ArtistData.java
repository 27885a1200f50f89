package dev.producerdiscovery.artistdiscovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.producerdiscovery.provider.spotify.SpotifyArtist;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** An artist as {@code process_artist_atomic} takes it; what Spotify did not say is left out, so that it stays as it is. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ArtistData(
        String name,
        @Nullable Integer followers,
        @Nullable Integer popularity,
        @Nullable String imageUrl,
        Metadata metadata) {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Metadata(List<String> genres, @Nullable String url) {}

    static ArtistData of(SpotifyArtist artist) {
        return new ArtistData(
                artist.name(),
                artist.followers(),
                artist.popularity(),
                artist.imageUrl(),
                new Metadata(artist.genres(), artist.url()));
    }
}
