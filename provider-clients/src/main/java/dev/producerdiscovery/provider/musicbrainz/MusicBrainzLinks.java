package dev.producerdiscovery.provider.musicbrainz;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the MusicBrainz id in what people paste: an id, or a link to one of its pages. */
public final class MusicBrainzLinks {

    private static final Pattern ARTIST =
            Pattern.compile("(?:(?:https?://)?(?:(?:www|beta|test)\\.)?musicbrainz\\.org/artist/)?"
                    + "([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?:/[a-z-]*)?/?(?:[?#].*)?");

    private MusicBrainzLinks() {}

    /** In small letters; empty when the text holds no artist's id, for example a name or a release's link. */
    public static Optional<String> artistId(String idOrUrl) {
        Matcher matcher = ARTIST.matcher(idOrUrl.strip());
        return matcher.matches() ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    public static String artistUrl(String id) {
        return "https://musicbrainz.org/artist/" + id;
    }
}
