package dev.producerdiscovery.albumdiscovery;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.producerdiscovery.stage.testing.ProviderStandIn;

/** What Spotify answers in these tests. */
final class Spotify {

    private final ProviderStandIn providers;
    private final WireMockServer server;

    Spotify(ProviderStandIn providers) {
        this.providers = providers;
        this.server = providers.server();
    }

    /** One page of an artist's albums, in the groups that are taken without further settings. */
    void albums(String artistId, int offset, boolean goesOn, String... albums) {
        String next = goesOn ? "\"%s/v1/x?offset=%d&limit=10\"".formatted(server.baseUrl(), offset + 10) : "null";
        server.stubFor(get(urlPathEqualTo("/v1/artists/" + artistId + "/albums"))
                .withQueryParam("include_groups", equalTo("album,single"))
                .withQueryParam("offset", equalTo(String.valueOf(offset)))
                .willReturn(okJson("""
                        {"href": "h", "items": [%s], "limit": 10, "next": %s, "offset": %d, "previous": null, "total": 12}""".formatted(String.join(",", albums), next, offset))));
    }

    /** How many calls were made, those for tokens left out. */
    int calls() {
        return providers.calls();
    }

    static String album(String id, String name, String date, String precision, String artistId) {
        return """
                {
                  "album_type": "album",
                  "total_tracks": 9,
                  "external_urls": {"spotify": "https://open.spotify.com/album/%1$s"},
                  "href": "h",
                  "id": "%1$s",
                  "images": [{"url": "https://images.example/%1$s", "height": 640, "width": 640}],
                  "name": "%2$s",
                  "release_date": "%3$s",
                  "release_date_precision": "%4$s",
                  "type": "album",
                  "uri": "spotify:album:%1$s",
                  "artists": [{"id": "%5$s", "name": "Somebody", "type": "artist"}]
                }""".formatted(id, name, date, precision, artistId);
    }
}
