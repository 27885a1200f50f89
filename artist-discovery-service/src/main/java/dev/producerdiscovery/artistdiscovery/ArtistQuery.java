package dev.producerdiscovery.artistdiscovery;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.producerdiscovery.descriptor.MusicCatalogue;
import dev.producerdiscovery.provider.musicbrainz.MusicBrainzLinks;
import dev.producerdiscovery.provider.spotify.SpotifyLinks;
import dev.producerdiscovery.web.InvalidField;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which artist is meant: an id, a name, or both (then the id decides). Held to the same rules wherever it comes from, the
 * queue or a web request.
 *
 * @param artistId an id, URI or link of Spotify or MusicBrainz
 * @param catalogue null for whichever the id is of or, with a name, the one that is asked by default
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ArtistQuery(
        @Schema(
                description = "A name, to be compared with the catalogue's artists",
                example = "Nova Quill",
                maxLength = 200)
        @Nullable
        String artistName,

        @Schema(
                description = "A Spotify or MusicBrainz id, URI or link: taken as it is",
                example = "spotify:artist:4aUv3Gz0yXr8Kq1LmN5tPd")
        @Nullable
        String artistId,

        @Schema(description = CATALOGUE) @Nullable String catalogue) {

    static final String CATALOGUE = "spotify or musicbrainz: where to take the artist, albums and tracks from;"
            + " Spotify where its credentials are given, else MusicBrainz";

    ArtistQuery {
        artistName = Text.checked("artistName", artistName);
        artistId = Text.checked("artistId", artistId);
        if (artistName == null && artistId == null) {
            throw new InvalidField("artistName", "is required when artistId is not given");
        }
        MusicCatalogue asked = catalogue == null ? null : catalogue(catalogue);
        if (artistId != null) {
            Optional<String> musicBrainz = MusicBrainzLinks.artistId(artistId);
            if (musicBrainz.isPresent()) {
                if (asked == MusicCatalogue.SPOTIFY) {
                    throw new InvalidField("catalogue", "must not be spotify with the MusicBrainz id of an artist");
                }
                asked = MusicCatalogue.MUSICBRAINZ;
            }
            String given = artistId;
            artistId = musicBrainz
                    .or(() -> SpotifyLinks.artistId(given))
                    .orElseThrow(() -> new InvalidField(
                            "artistId", "is not a Spotify artist id, URI or link, nor one of MusicBrainz"));
        }
        catalogue = asked == null ? null : asked.word();
    }

    /** The same, asked of {@code standard} where it does not say of whom; that of Spotify goes without saying. */
    ArtistQuery orElse(MusicCatalogue standard) {
        return catalogue == null && standard != MusicCatalogue.SPOTIFY
                ? new ArtistQuery(artistName, artistId, standard.word())
                : this;
    }

    @JsonIgnore
    boolean isOfMusicBrainz() {
        return MusicCatalogue.MUSICBRAINZ.word().equals(catalogue);
    }

    @JsonIgnore
    Optional<String> id() {
        return Optional.ofNullable(artistId);
    }

    @JsonIgnore
    Optional<String> name() {
        return Optional.ofNullable(artistName);
    }

    private static MusicCatalogue catalogue(String word) {
        return MusicCatalogue.of(word)
                .orElseThrow(() -> new InvalidField("catalogue", "must be spotify or musicbrainz"));
    }
}
