package dev.producerdiscovery.provider.spotify;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the Spotify id in what people paste: an id, a URI ({@code spotify:artist:…}) or a link, also a localised one. */
public final class SpotifyLinks {

    private static final String ID = "([0-9A-Za-z]{22})";
    private static final Pattern ARTIST = Pattern.compile("(?:spotify:artist:"
            + "|(?:https?://)?(?:open|play)\\.spotify\\.com/(?:intl-[A-Za-z-]+/)?(?:embed/)?artist/)?"
            + ID + "/?(?:[?#].*)?");

    private static final Pattern TRACK = page("track");
    private static final Pattern ALBUM = page("album");

    private SpotifyLinks() {}

    /** Empty when the text holds no artist's id, for example an artist's name or an album's link. */
    public static Optional<String> artistId(String idOrUriOrUrl) {
        Matcher matcher = ARTIST.matcher(idOrUriOrUrl.strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Empty when it is no link to a track. */
    public static Optional<String> trackId(@Nullable String url) {
        Matcher matcher = TRACK.matcher(url == null ? "" : url);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Empty when it is no link to an album. */
    public static Optional<String> albumId(@Nullable String url) {
        Matcher matcher = ALBUM.matcher(url == null ? "" : url);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    public static String artistUrl(String id) {
        return "https://open.spotify.com/artist/" + id;
    }

    public static String albumUrl(String id) {
        return "https://open.spotify.com/album/" + id;
    }

    private static Pattern page(String kind) {
        return Pattern.compile(
                "https?://(?:open|play)\\.spotify\\.com/(?:intl-[A-Za-z-]+/)?" + kind + "/" + ID + "/?(?:[?#].*)?");
    }
}
