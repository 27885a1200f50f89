package dev.producerdiscovery.catalog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where Spotify or MusicBrainz shows something to everybody.
 *
 * @param site for people
 */
public record CataloguePage(String site, String url) {

    /** What has pages there, under the names that they have in addresses. */
    public enum Of {
        ARTIST("artist", "artist"),
        ALBUM("album", "release"),
        TRACK("track", "recording");

        private final String atSpotify;
        private final String atMusicBrainz;

        Of(String atSpotify, String atMusicBrainz) {
            this.atSpotify = atSpotify;
            this.atMusicBrainz = atMusicBrainz;
        }
    }

    /** One of each site that knows it. */
    public static List<CataloguePage> all(Of what, @Nullable String spotifyId, @Nullable String musicbrainzId) {
        List<CataloguePage> pages = new ArrayList<>();
        if (spotifyId != null) {
            pages.add(new CataloguePage("Spotify", "https://open.spotify.com/" + what.atSpotify + "/" + spotifyId));
        }
        if (musicbrainzId != null) {
            pages.add(new CataloguePage(
                    "MusicBrainz", "https://musicbrainz.org/" + what.atMusicBrainz + "/" + musicbrainzId));
        }
        return pages;
    }
}
