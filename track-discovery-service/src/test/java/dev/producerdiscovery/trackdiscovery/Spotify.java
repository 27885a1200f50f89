package dev.producerdiscovery.trackdiscovery;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.producerdiscovery.stage.testing.ProviderStandIn;

/** What Spotify answers in these tests; unknown albums are answered with 404. */
final class Spotify {

    private final ProviderStandIn providers;
    private final WireMockServer server;

    Spotify(ProviderStandIn providers) {
        this.providers = providers;
        this.server = providers.server();
    }

    /** An album with its first tracks. */
    void album(String id, boolean goesOn, String... tracks) {
        server.stubFor(get(urlPathEqualTo("/v1/albums/" + id)).willReturn(okJson(albumJson(id, goesOn, tracks))));
    }

    /** What a look-up of several albums answers, in Extended Quota Mode. */
    void albums(String... albums) {
        server.stubFor(get(urlPathEqualTo("/v1/albums"))
                .willReturn(okJson("{\"albums\": [%s]}".formatted(String.join(",", albums)))));
    }

    /** An album that Spotify has, and cannot give. */
    void breaks(String id) {
        server.stubFor(get(urlPathEqualTo("/v1/albums/" + id)).willReturn(serverError()));
    }

    String albumJson(String id, boolean goesOn, String... tracks) {
        return """
                {
                  "album_type": "album",
                  "total_tracks": %d,
                  "external_ids": {"upc": "4006381333931"},
                  "href": "h",
                  "id": "%s",
                  "images": [],
                  "name": "Slow Harbour",
                  "release_date": "1994-03-21",
                  "release_date_precision": "day",
                  "type": "album",
                  "artists": [],
                  "tracks": %s
                }""".formatted(tracks.length, id, page(0, goesOn, tracks));
    }

    /** A further page of an album's tracks. */
    void tracks(String albumId, int offset, boolean goesOn, String... tracks) {
        server.stubFor(get(urlPathEqualTo("/v1/albums/" + albumId + "/tracks"))
                .withQueryParam("offset", equalTo(String.valueOf(offset)))
                .willReturn(okJson(page(offset, goesOn, tracks))));
    }

    /** What a look-up of several tracks answers, in Extended Quota Mode. */
    void batch(String... tracks) {
        server.stubFor(get(urlPathEqualTo("/v1/tracks"))
                .willReturn(okJson("{\"tracks\": [%s]}".formatted(String.join(",", tracks)))));
    }

    /** How many calls were made, those for tokens left out. */
    int calls() {
        return providers.calls();
    }

    /** A track as a row of an album. */
    static String track(String id, String name, int seconds, String artistId) {
        return track(id, name, seconds, artistId, "");
    }

    /** A track as it is looked up. */
    static String fullTrack(String id, String name, int seconds, String artistId, String isrc, int popularity) {
        return track(
                id,
                name,
                seconds,
                artistId,
                ", \"external_ids\": {\"isrc\": \"%s\"}, \"popularity\": %d".formatted(isrc, popularity));
    }

    private static String track(String id, String name, int seconds, String artistId, String more) {
        return """
                {
                  "artists": [{"id": "%4$s", "name": "Somebody", "type": "artist"}],
                  "disc_number": 1,
                  "duration_ms": %3$d,
                  "explicit": false,
                  "href": "h",
                  "id": "%1$s",
                  "is_local": false,
                  "name": "%2$s",
                  "preview_url": null,
                  "track_number": 7,
                  "type": "track",
                  "uri": "spotify:track:%1$s"%5$s
                }""".formatted(id, name, seconds * 1000, artistId, more);
    }

    private String page(int offset, boolean goesOn, String... tracks) {
        int end = offset + tracks.length;
        String next = goesOn ? "\"%s/v1/x?offset=%d&limit=50\"".formatted(server.baseUrl(), end) : "null";
        return """
                {"href": "h", "items": [%s], "limit": 50, "next": %s, "offset": %d, "previous": null, "total": %d}""".formatted(String.join(",", tracks), next, offset, goesOn ? end + 1 : end);
    }
}
