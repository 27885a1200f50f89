package dev.producerdiscovery.artistdiscovery;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.List;
import org.springframework.test.context.DynamicPropertyRegistry;

/** What Spotify answers in these tests; unknown artists are answered with 404. */
final class Spotify {

    static final Spotify SHARED = new Spotify();

    private final WireMockServer server = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

    private Spotify() {
        server.start();
    }

    /** Sends the service here. */
    void configure(DynamicPropertyRegistry properties) {
        properties.add("SPOTIFY_API_URL", () -> server.baseUrl() + "/v1");
        properties.add("SPOTIFY_ACCOUNTS_URL", server::baseUrl);
        properties.add("SPOTIFY_CLIENT_ID", () -> "id");
        properties.add("SPOTIFY_CLIENT_SECRET", () -> "secret");
    }

    /** Forgets all artists. */
    void reset() {
        server.resetAll();
        server.stubFor(post(urlPathEqualTo("/api/token"))
                .willReturn(okJson("{\"access_token\": \"t\", \"token_type\": \"Bearer\", \"expires_in\": 3600}")));
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
