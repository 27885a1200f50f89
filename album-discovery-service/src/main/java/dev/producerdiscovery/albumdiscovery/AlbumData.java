package dev.producerdiscovery.albumdiscovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.producerdiscovery.provider.spotify.SpotifyAlbum;
import dev.producerdiscovery.provider.spotify.SpotifyArtistRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** An album as {@code process_album_atomic} takes it; what Spotify did not say is left out, so that it stays as it is. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlbumData(
        String name,
        UUID artistId,
        String albumGroup,
        @Nullable LocalDate releaseDate,
        @Nullable String coverUrl,
        Metadata metadata) {

    /** @param releaseDateRaw what Spotify gave in the place of a date, when it is none */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Metadata(
            @Nullable String releaseDatePrecision,
            @Nullable String releaseDateRaw,
            @Nullable String upc,
            @Nullable Integer totalTracks,
            @Nullable String albumType,
            List<SpotifyArtistRef> artists,
            @Nullable String label) {}

    static AlbumData of(SpotifyAlbum album, Artist artist) {
        Optional<ReleaseDate> date = ReleaseDate.parse(album.releaseDate(), album.releaseDatePrecision());
        return new AlbumData(
                album.name(),
                artist.id(),
                AlbumGroup.of(album, artist.spotifyId()),
                date.map(ReleaseDate::day).orElse(null),
                album.imageUrl(),
                new Metadata(
                        date.map(known -> known.precision().label()).orElse(null),
                        date.isPresent() ? null : album.releaseDate(),
                        album.upc(),
                        album.totalTracks(),
                        album.albumType(),
                        album.artists(),
                        album.label()));
    }
}
