package dev.producerdiscovery.stage.testing;

import java.util.Map;

/** The providers whose clients can be sent to a {@link ProviderStandIn}, each below a path of its own. */
public enum StandInFor {
    SPOTIFY,
    MUSICBRAINZ,
    GENIUS,
    DISCOGS,
    INSTAGRAM;

    /** What a service is told; {@code %s} is the address of the stand-in. */
    Map<String, String> properties() {
        return switch (this) {
            case SPOTIFY ->
                Map.of(
                        "SPOTIFY_API_URL", "%s/v1",
                        "SPOTIFY_ACCOUNTS_URL", "%s",
                        "SPOTIFY_CLIENT_ID", "id",
                        "SPOTIFY_CLIENT_SECRET", "secret");
            case MUSICBRAINZ -> Map.of("MUSICBRAINZ_API_URL", "%s/mb", "MUSICBRAINZ_RATE_LIMIT", "0");
            case GENIUS ->
                Map.of("GENIUS_API_URL", "%s/genius", "GENIUS_ACCESS_TOKEN", "token", "GENIUS_RATE_LIMIT", "0");
            case DISCOGS ->
                Map.of("DISCOGS_API_URL", "%s/discogs", "DISCOGS_TOKEN", "token", "DISCOGS_RATE_LIMIT", "0");
            case INSTAGRAM ->
                Map.of(
                        "INSTAGRAM_API_URL", "%s/instagram",
                        "INSTAGRAM_API_KEY", "key",
                        "INSTAGRAM_LOOKUP_PATH", "/info?username={handle}");
        };
    }
}
