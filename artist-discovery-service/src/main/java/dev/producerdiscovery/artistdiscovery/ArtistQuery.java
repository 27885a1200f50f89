package dev.producerdiscovery.artistdiscovery;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.producerdiscovery.provider.spotify.SpotifyLinks;
import dev.producerdiscovery.web.InvalidField;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which artist is meant: an id, a name, or both (then the id decides). Held to the same rules wherever it comes from, the
 * queue or a web request.
 *
 * @param artistId a Spotify id, URI or link
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ArtistQuery(
        @Schema(description = "A name, to be compared with Spotify's artists", example = "Nova Quill", maxLength = 200)
        @Nullable
        String artistName,

        @Schema(
                description = "A Spotify id, URI or link: taken as it is",
                example = "spotify:artist:4aUv3Gz0yXr8Kq1LmN5tPd")
        @Nullable
        String artistId) {

    ArtistQuery {
        artistName = Text.checked("artistName", artistName);
        artistId = Text.checked("artistId", artistId);
        if (artistName == null && artistId == null) {
            throw new InvalidField("artistName", "is required when artistId is not given");
        }
        if (artistId != null) {
            artistId = SpotifyLinks.artistId(artistId)
                    .orElseThrow(() -> new InvalidField("artistId", "is not a Spotify artist id, URI or link"));
        }
    }

    @JsonIgnore
    Optional<String> spotifyId() {
        return Optional.ofNullable(artistId);
    }

    @JsonIgnore
    Optional<String> name() {
        return Optional.ofNullable(artistName);
    }
}
