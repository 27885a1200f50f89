package dev.producerdiscovery.artistdiscovery;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.producerdiscovery.web.InvalidField;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One artist to discover, or a list of them. */
record DiscoverRequest(
        @Schema(description = "A name, to be compared with the catalogue's artists", example = "Nova Quill") @Nullable
        String artistName,

        @Schema(description = "A Spotify or MusicBrainz id, URI or link: taken as it is") @Nullable
        String artistId,

        @Schema(description = ArtistQuery.CATALOGUE) @Nullable
        String catalogue,

        @Schema(description = "Look again at songs whose producers are known already", defaultValue = "false") @Nullable
        Boolean refresh,

        @Schema(description = "Several artists instead of one, each with a run of its own; at most 100") @Nullable
        List<ArtistQuery> artists) {

    static final int MAX_ARTISTS = 100;

    DiscoverRequest {
        if (artists == null) {
            new ArtistQuery(artistName, artistId, catalogue);
        } else {
            artists = checked(artists);
            if (artistName != null || artistId != null) {
                throw new InvalidField("artists", "must not be given together with artistName or artistId");
            }
            if (catalogue != null) {
                throw new InvalidField("catalogue", "must be given with each of the artists where there are several");
            }
        }
    }

    @JsonIgnore
    boolean isList() {
        return artists != null;
    }

    /** Whom to discover, one or more. */
    List<ArtistQuery> asked() {
        return artists != null ? artists : List.of(new ArtistQuery(artistName, artistId, catalogue));
    }

    boolean refreshes() {
        return Boolean.TRUE.equals(refresh);
    }

    private static List<ArtistQuery> checked(List<ArtistQuery> artists) {
        if (artists.isEmpty() || artists.size() > MAX_ARTISTS) {
            throw new InvalidField(
                    "artists", "must name 1 to " + MAX_ARTISTS + " artists, but names " + artists.size());
        }
        if (artists.stream().anyMatch(Objects::isNull)) {
            throw new InvalidField("artists", "must not contain null");
        }
        return List.copyOf(artists);
    }
}
