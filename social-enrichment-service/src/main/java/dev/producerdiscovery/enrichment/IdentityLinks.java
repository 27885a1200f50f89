package dev.producerdiscovery.enrichment;

import dev.producerdiscovery.provider.spotify.SpotifyLinks;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids of people that stand in the addresses of their pages. */
final class IdentityLinks {

    private static final Pattern DISCOGS =
            Pattern.compile("^https?://(?:www\\.)?discogs\\.com/(?:[a-z]{2}/)?artist/(\\d+)");
    private static final Pattern WIKIDATA =
            Pattern.compile("^https?://(?:www\\.)?wikidata\\.org/(?:wiki|entity)/(Q\\d+)");
    private static final String SPOTIFY_ARTIST = "open.spotify.com/artist/";

    private IdentityLinks() {}

    static Optional<Identity> read(String url) {
        return id(DISCOGS, "discogs", url)
                .or(() -> id(WIKIDATA, "wikidata", url))
                .or(() -> spotify(url));
    }

    private static Optional<Identity> id(Pattern form, String provider, String url) {
        Matcher matcher = form.matcher(url);
        return matcher.find() ? Optional.of(new Identity(provider, matcher.group(1))) : Optional.empty();
    }

    private static Optional<Identity> spotify(String url) {
        return url.contains(SPOTIFY_ARTIST)
                ? SpotifyLinks.artistId(url).map(id -> new Identity("spotify", id))
                : Optional.empty();
    }
}
