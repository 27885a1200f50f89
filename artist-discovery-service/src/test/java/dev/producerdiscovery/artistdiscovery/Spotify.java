package dev.producerdiscovery.artistdiscovery;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.producerdiscovery.stage.testing.ProviderStandIn;
import java.util.List;

/** What Spotify answers in these tests; unknown artists are answered with 404. */
final class Spotify {

    private final ProviderStandIn providers;
    private final WireMockServer server;

    Spotify(ProviderStandIn providers) {
        this.providers = providers;
        this.server = providers.server();
    }

    /** Forgets all artists. */
    void reset() {
        providers.reset();
        server.stubFor(get(urlPathEqualTo("/v1/search")).atPriority(10).willReturn(okJson(hits(List.of()))));
    }

    void search(String name, String... artists) {
        server.stubFor(get(urlPathEqualTo("/v1/search"))
                .withQueryParam("type", equalTo("artist"))
                .withQueryParam("q", equalTo(name))
                .willReturn(okJson(hits(List.of(artists)))));
    }

    void artist(String id, String artist) {
        server.stubFor(get(urlPathEqualTo("/v1/artists/" + id)).willReturn(okJson(artist)));
    }

    /** An artist as Extended Quota Mode has it. */
    static String full(String id, String name, int followers) {
        return """
                {
                  "id": "%1$s",
                  "name": "%2$s",
                  "type": "artist",
                  "uri": "spotify:artist:%1$s",
                  "href": "https://api.spotify.com/v1/artists/%1$s",
                  "external_urls": {"spotify": "https://open.spotify.com/artist/%1$s"},
                  "followers": {"href": null, "total": %3$d},
                  "genres": ["night drive"],
                  "popularity": 55,
                  "images": [{"url": "https://images.example/%1$s", "height": 640, "width": 640}]
                }""".formatted(id, name, followers);
    }

    /** An artist as Development Mode has it. */
    static String brief(String id, String name) {
        return """
                {
                  "id": "%1$s",
                  "name": "%2$s",
                  "type": "artist",
                  "uri": "spotify:artist:%1$s",
                  "href": "https://api.spotify.com/v1/artists/%1$s",
                  "external_urls": {"spotify": "https://open.spotify.com/artist/%1$s"},
                  "images": []
                }""".formatted(id, name);
    }

    private static String hits(List<String> artists) {
        return """
                {"artists": {"href": "h", "items": [%s], "limit": 10, "next": null, "offset": 0, "previous": null, "total": %d}}""".formatted(String.join(",", artists), artists.size());
    }
}
