package dev.producerdiscovery.identification;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import dev.producerdiscovery.stage.testing.ProviderStandIn;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What MusicBrainz and Genius answer in these tests; what they do not know is answered with 404 or no hits. */
final class Providers {

    private final WireMockServer server;

    Providers(ProviderStandIn standIn) {
        this.server = standIn.server();
    }

    void knowNothing() {
        server.resetAll();
        server.stubFor(get(urlPathMatching("/mb/.*"))
                .atPriority(10)
                .willReturn(WireMock.jsonResponse("{\"error\": \"Not Found\"}", 404)));
        server.stubFor(get(urlPathEqualTo("/mb/url"))
                .atPriority(9)
                .willReturn(okJson("{\"url-count\": 0, \"url-offset\": 0, \"urls\": []}")));
        server.stubFor(get(urlPathEqualTo("/genius/search"))
                .atPriority(9)
                .willReturn(okJson("{\"meta\": {\"status\": 200}, \"response\": {\"hits\": []}}")));
    }

    /** The album with that Spotify id is a release with these recordings, in their order. */
    void release(String spotifyAlbum, String releaseId, String... recordings) {
        server.stubFor(get(urlPathEqualTo("/mb/url")).willReturn(okJson("""
                {"url-count": 1, "url-offset": 0, "urls": [{"id": "u1",
                 "resource": "https://open.spotify.com/album/%s",
                 "relations": [{"type": "free streaming", "target-type": "release", "ended": false,
                                "attributes": [], "release": {"id": "%s", "title": "x"}}]}]}""".formatted(spotifyAlbum, releaseId))));
        String tracks = IntStream.range(0, recordings.length)
                .mapToObj(n -> "{\"id\": \"t%d\", \"position\": %d, %s}"
                        .formatted(
                                n, n + 1, recordings[n].replaceFirst("\\{", "").replaceFirst("\\}$", "")))
                .collect(Collectors.joining(","));
        server.stubFor(
                get(urlPathEqualTo("/mb/release/" + releaseId)).willReturn(okJson("""
                {"id": "%s", "title": "x", "media": [{"position": 1, "tracks": [%s]}], "relations": []}""".formatted(releaseId, tracks))));
    }

    /** The artist with that Spotify id is that one, and an album of these is that release. */
    void artistLink(String spotifyArtist, String artist, String spotifyAlbum, String release) {
        server.stubFor(get(urlPathEqualTo("/mb/url"))
                .withQueryParam("resource", equalTo("https://open.spotify.com/artist/" + spotifyArtist))
                .atPriority(1)
                .willReturn(okJson("""
                {"urls": [{"id": "u2", "resource": "https://open.spotify.com/artist/%s",
                   "relations": [{"type": "free streaming", "target-type": "artist", "ended": false,
                                  "attributes": [], "artist": {"id": "%s", "name": "x"}}]},
                  {"id": "u1", "resource": "https://open.spotify.com/album/%s",
                   "relations": [{"type": "free streaming", "target-type": "release", "ended": false,
                                  "attributes": [], "release": {"id": "%s", "title": "x"}}]}]}""".formatted(spotifyArtist, artist, spotifyAlbum, release))));
    }

    /** A page of what an artist has, and how much that is in all. */
    void page(String kind, String artist, int offset, int total, List<String> rows) {
        server.stubFor(get(urlPathEqualTo("/mb/" + kind))
                .withQueryParam("artist", equalTo(artist))
                .withQueryParam("offset", equalTo(String.valueOf(offset)))
                .willReturn(okJson("{\"%1$s-count\": %2$d, \"%1$s-offset\": %3$d, \"%1$ss\": [%4$s]}"
                        .formatted(kind, total, offset, String.join(",", rows)))));
    }

    /** A recording of 200 seconds with producers given as "id=name". */
    static String recording(String id, String title, String... producers) {
        String relations = Stream.of(producers)
                .map(producer -> producer.split("=", 2))
                .map(producer -> """
                        {"type": "producer", "type-id": "5c0ceac3-feb4-41f0-868d-dc06f6e27fc0", "target-type": "artist", "direction": "backward", "ended": false,
                         "attributes": [], "attribute-values": {}, "target-credit": "",
                         "artist": {"id": "%s", "name": "%s", "sort-name": "s"}}""".formatted(producer[0], producer[1]))
                .collect(Collectors.joining(","));
        return """
                {"title": "%s", "length": 200000,
                 "recording": {"id": "%s", "title": "%s", "length": 200000, "isrcs": [], "relations": [%s]}}""".formatted(title, id, title, relations);
    }

    void isrc(String isrc, String id, String title, String producer) {
        String[] parts = producer.split("=", 2);
        server.stubFor(get(urlPathEqualTo("/mb/isrc/" + isrc))
                .willReturn(okJson("""
                {"isrc": "%s", "recordings": [{"id": "%s", "title": "%s", "length": 200000, "isrcs": ["%s"], "relations": [
                  {"type": "producer", "type-id": "5c0ceac3-feb4-41f0-868d-dc06f6e27fc0", "target-type": "artist", "ended": false,
                   "attributes": [], "attribute-values": {}, "target-credit": "",
                   "artist": {"id": "%s", "name": "%s", "sort-name": "s"}}]}]}""".formatted(isrc, id, title, isrc, parts[0], parts[1]))));
    }

    /** A Genius page found by its search, by that artist, with producers given as "id=name". */
    void geniusPage(long id, String title, String artist, @Nullable String spotifyTrack, String... producers) {
        String result = """
                "id": %d, "title": "%s", "url": "https://genius.com/songs/%d",
                "primary_artist": {"id": 5, "name": "%s"}, "primary_artists": [{"id": 5, "name": "%s"}],
                "featured_artists": []""".formatted(id, title, id, artist, artist);
        server.stubFor(get(urlPathEqualTo("/genius/search")).willReturn(okJson("""
                {"meta": {"status": 200}, "response": {"hits": [{"type": "song", "result": {%s}}]}}""".formatted(result))));
        String media = spotifyTrack == null
                ? ""
                : "{\"provider\": \"spotify\", \"type\": \"audio\", \"url\": \"https://open.spotify.com/track/%s\", \"native_uri\": \"spotify:track:%s\"}"
                        .formatted(spotifyTrack, spotifyTrack);
        String people = Stream.of(producers)
                .map(producer -> producer.split("=", 2))
                .map(producer -> "{\"id\": %s, \"name\": \"%s\"}".formatted(producer[0], producer[1]))
                .collect(Collectors.joining(","));
        server.stubFor(
                get(urlPathEqualTo("/genius/songs/" + id)).willReturn(okJson("""
                {"meta": {"status": 200}, "response": {"song": {%s, "media": [%s], "producer_artists": [%s],
                 "writer_artists": [], "album": null, "release_date": null, "custom_performances": []}}}""".formatted(result, media, people))));
    }

    void geniusIsTooBusy() {
        server.stubFor(get(urlPathMatching("/genius/.*"))
                .atPriority(1)
                .willReturn(WireMock.aResponse().withStatus(429).withHeader("Retry-After", "600")));
    }

    /** The paths asked for, without the queries. */
    List<String> asked() {
        return server.getAllServeEvents().reversed().stream()
                .map(event -> event.getRequest().getUrl().replaceFirst("\\?.*", ""))
                .toList();
    }

    void requireQuery(String query) {
        server.verify(WireMock.getRequestedFor(urlPathEqualTo("/genius/search")).withQueryParam("q", equalTo(query)));
    }
}
