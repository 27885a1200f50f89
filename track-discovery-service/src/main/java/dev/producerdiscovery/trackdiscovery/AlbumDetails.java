package dev.producerdiscovery.trackdiscovery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.producerdiscovery.provider.spotify.SpotifyAlbum;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What only the album's own page tells, for {@code process_album_atomic}, which keeps everything that is not given. The
 * bar code helps to find the album at other sources.
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlbumDetails(String name, UUID artistId, String albumGroup, Metadata metadata) {

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Metadata(
            @Nullable String upc,
            @Nullable String label,
            @Nullable Integer totalTracks) {}

    /** Empty when the page tells nothing that is worth a write. */
    static Optional<AlbumDetails> of(SpotifyAlbum page, Album album) {
        if (page.name().isBlank() || (page.upc() == null && page.label() == null)) {
            return Optional.empty();
        }
        Metadata metadata = new Metadata(page.upc(), page.label(), page.totalTracks());
        return Optional.of(new AlbumDetails(page.name(), album.artistId(), album.group(), metadata));
    }
}
