package dev.producerdiscovery.albumdiscovery;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import dev.producerdiscovery.stage.testing.ProviderStandIn;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What MusicBrainz answers in these tests. */
final class MusicBrainz {

    private final ProviderStandIn providers;

    MusicBrainz(ProviderStandIn providers) {
        this.providers = providers;
    }

    /** A page of whole releases, as many as there are. */
    void releases(String artist, int offset, int total, String... releases) {
        providers
                .server()
                .stubFor(get(urlPathEqualTo("/mb/release"))
                        .withQueryParam("artist", equalTo(artist))
                        .withQueryParam("status", equalTo("official"))
                        .withQueryParam("offset", equalTo(String.valueOf(offset)))
                        .willReturn(okJson("""
                                {"release-count": %d, "release-offset": %d, "releases": [%s]}""".formatted(total, offset, String.join(",", releases)))));
    }

    /** A release with recordings of so many songs, each made by somebody. */
    static String release(String id, String group, String types, int songs) {
        String tracks = IntStream.range(0, songs)
                .mapToObj(song -> """
                        {"id": "t%1$d", "position": %1$d, "title": "Song %2$s", "length": %3$d, "recording": {
                          "id": "%4$s-%1$d", "title": "Song %2$s", "length": %3$d, "disambiguation": "", "video": false,
                          "isrcs": ["XXA0101%1$05d"],
                          "artist-credit": [{"name": "Nova Quill", "joinphrase": "",
                                             "artist": {"id": "a1", "name": "Nova Quill"}}],
                          "relations": [{"target-type": "artist", "type": "producer", "type-id": null, "ended": false,
                                         "attributes": [], "attribute-values": {}, "target-credit": "",
                                         "artist": {"id": "p1", "name": "Piotr Zielony", "sort-name": "s"}}]}}""".formatted(song + 1, Integer.toString(song, 36), 120_000 + song, group))
                .collect(Collectors.joining(","));
        return """
                {"id": "%1$s", "title": "Album %2$s", "status": "Official", "date": "2001-03", "country": "GB",
                 "disambiguation": "", "barcode": "0%5$d", "cover-art-archive": {"front": true},
                 "release-group": {"id": "%2$s", "title": "Album %2$s", "primary-type": "%3$s",
                                   "secondary-types": [%4$s], "first-release-date": "2001"},
                 "artist-credit": [{"name": "Nova Quill", "joinphrase": "",
                                    "artist": {"id": "a1", "name": "Nova Quill"}}],
                 "media": [{"position": 1, "track-count": %6$d, "tracks": [%7$s]}],
                 "relations": []}""".formatted(
                        id,
                        group,
                        types.split(" ", 2)[0],
                        Stream.of(types.split(" ", -1))
                                .skip(1)
                                .map(type -> '"' + type + '"')
                                .collect(Collectors.joining(",")),
                        id.hashCode() & 0xffff,
                        songs,
                        tracks);
    }

    /** A release that is looked up by itself. */
    void has(String id, String release) {
        providers.server().stubFor(get(urlPathEqualTo("/mb/release/" + id)).willReturn(okJson(release)));
    }

    /** As a page gives a release that is too large for it. */
    static String withoutMakers(String release) {
        return release.replaceAll("(?s)\"relations\": \\[\\{.*?\\}\\}\\]", "\"relations\": []");
    }

    int calls() {
        return providers.calls();
    }
}
