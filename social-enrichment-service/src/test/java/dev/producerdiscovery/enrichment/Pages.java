package dev.producerdiscovery.enrichment;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import dev.producerdiscovery.stage.testing.ProviderStandIn;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What MusicBrainz and Genius answer about people in these tests; unknown people are answered with 404. */
final class Pages {

    private final WireMockServer server;

    Pages(ProviderStandIn providers) {
        this.server = providers.server();
    }

    void reset() {
        server.resetAll();
        server.stubFor(WireMock.any(WireMock.anyUrl())
                .atPriority(10)
                .willReturn(WireMock.jsonResponse("{\"error\": \"Not Found\", \"meta\": {\"status\": 404}}", 404)));
    }

    void musicBrainz(String mbid, String name, List<String> aliases, String... relations) {
        server.stubFor(get(urlPathEqualTo("/mb/artist/" + mbid)).willReturn(okJson("""
                {"id": "%s", "name": "%s", "sort-name": "s", "type": "Person", "aliases": [%s], "relations": [%s]}""".formatted(
                        mbid,
                        name,
                        aliases.stream()
                                .map(alias -> "{\"name\": \"%s\", \"sort-name\": \"s\"}".formatted(alias))
                                .collect(Collectors.joining(",")),
                        String.join(",", relations)))));
    }

    static String relation(String type, String url) {
        return relation(type, url, false);
    }

    static String relation(String type, String url, boolean ended) {
        return """
                {"type": "%s", "type-id": "t", "target-type": "url", "direction": "forward", "ended": %s,
                 "attributes": [], "attribute-values": {}, "url": {"id": "u", "resource": "%s"}}""".formatted(type, ended, url);
    }

    void genius(long id, String name, List<String> alternateNames, String fields) {
        server.stubFor(get(urlPathEqualTo("/genius/artists/" + id)).willReturn(okJson("""
                {"meta": {"status": 200}, "response": {"artist": {
                 "id": %d, "name": "%s", "url": "https://genius.com/artists/Page-%d", "is_verified": false,
                 "translation_artist": false, "alternate_names": [%s], %s}}}""".formatted(
                        id,
                        name,
                        id,
                        alternateNames.stream().map(alias -> '"' + alias + '"').collect(Collectors.joining(",")),
                        fields))));
    }

    void discogs(long id, String name, String url) {
        server.stubFor(get(urlPathEqualTo("/discogs/artists/" + id)).willReturn(okJson("""
                {"id": %d, "name": "%s", "realname": "", "profile": "", "urls": ["%s"], "namevariations": ["O. V."],
                 "aliases": [], "images": [], "resource_url": "r", "uri": "u"}""".formatted(id, name, url))));
    }

    void instagram(String handle, String biography) {
        server.stubFor(get(urlPathEqualTo("/instagram/info"))
                .withQueryParam("username", WireMock.equalTo(handle))
                .willReturn(okJson("""
                        {"username": "%s", "full_name": "somebody", "biography": "%s", "external_url": null,
                         "follower_count": 10, "profile_pic_url": "https://images.example/short-lived.jpg"}""".formatted(handle, biography))));
    }

    void geniusAnswers(long id, ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo("/genius/artists/" + id)).willReturn(answer));
    }

    Stream<String> asked() {
        return server.getAllServeEvents().stream()
                .map(event -> event.getRequest().getUrl().replaceFirst("\\?.*", ""));
    }
}
