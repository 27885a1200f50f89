package dev.producerdiscovery.albumdiscovery;

import dev.producerdiscovery.provider.musicbrainz.MbRelease;
import dev.producerdiscovery.provider.musicbrainz.MbReleaseGroup;
import dev.producerdiscovery.provider.spotify.SpotifyAlbum;
import java.util.Locale;

/** In what way an album is the artist's: as album, single, compilation, or only by appearing on it. */
final class AlbumGroup {

    private AlbumGroup() {}

    /** In Spotify's words, for which an EP is a single too. */
    static String of(MbRelease release) {
        MbReleaseGroup group = release.releaseGroup();
        if (group != null && group.secondaryTypes().contains("Compilation")) {
            return "compilation";
        }
        String type = group == null || group.primaryType() == null
                ? ""
                : group.primaryType().toLowerCase(Locale.ROOT);
        return type.equals("single") || type.equals("ep") ? "single" : "album";
    }

    /**
     * As Spotify says or, where it does not (Development Mode), as the album's own artists tell.
     *
     * @param spotifyArtistId for whom the album was listed
     */
    static String of(SpotifyAlbum album, String spotifyArtistId) {
        if (album.albumGroup() != null) {
            return album.albumGroup();
        }
        boolean own = album.artists().stream().anyMatch(artist -> spotifyArtistId.equals(artist.id()));
        if (!own && !album.artists().isEmpty()) {
            return "appears_on";
        }
        return album.albumType() == null ? "album" : album.albumType();
    }
}
