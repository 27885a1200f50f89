package dev.producerdiscovery.catalog.producers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a provider shows a person to everybody. */
final class PublicPages {

    private static final Map<String, String> BY_PROVIDER = Map.of(
            "musicbrainz", "https://musicbrainz.org/artist/",
            "discogs", "https://www.discogs.com/artist/",
            "spotify", "https://open.spotify.com/artist/",
            "wikidata", "https://www.wikidata.org/wiki/",
            "instagram", "https://www.instagram.com/");

    private PublicPages() {}

    /** Null for a provider whose pages do not go by its ids. */
    static @Nullable String of(String provider, String externalId) {
        String start = BY_PROVIDER.get(provider);
        return start == null ? null : start + URLEncoder.encode(externalId, StandardCharsets.UTF_8);
    }
}
