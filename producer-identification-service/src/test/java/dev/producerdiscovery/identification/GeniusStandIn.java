package dev.producerdiscovery.identification;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.producerdiscovery.stage.testing.ProviderStandIn;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Genius with several pages, which are found by searches and by the lists of their artists. */
final class GeniusStandIn {

    /** The Tin Foxes there. */
    static final long TIN_FOXES = 5;

    /** A page with one producer, whose name is his id there in words. */
    record Page(long id, String title, long artistId, String artist, long producer) {

        static Page of(long id, String title) {
            return new Page(id, title, TIN_FOXES, "The Tin Foxes", id + 1000);
        }

        String json() {
            return """
                    "id": %1$d, "title": "%2$s", "url": "https://genius.com/songs/%1$d",
                    "primary_artist": {"id": %3$d, "name": "%4$s"}, "primary_artists": [{"id": %3$d, "name": "%4$s"}],
                    "featured_artists": []""".formatted(id, title, artistId, artist);
        }
    }

    private final WireMockServer server;

    GeniusStandIn(ProviderStandIn standIn) {
        this.server = standIn.server();
    }

    /** What can be read of a page, however it is found. */
    void knows(Page... pages) {
        for (Page page : pages) {
            server.stubFor(get(urlPathEqualTo("/genius/songs/" + page.id()))
                    .willReturn(okJson("""
                    {"meta": {"status": 200}, "response": {"song": {%s, "media": [], "writer_artists": [], "album": null,
                     "producer_artists": [{"id": %d, "name": "Maker %d"}], "release_date": null, "custom_performances": []}}}""".formatted(page.json(), page.producer(), page.producer()))));
        }
    }

    void finds(String query, Page... hits) {
        String rows = Stream.of(hits)
                .map(page -> "{\"type\": \"song\", \"result\": {%s}}".formatted(page.json()))
                .collect(Collectors.joining(","));
        server.stubFor(get(urlPathEqualTo("/genius/search"))
                .withQueryParam("q", equalTo(query))
                .willReturn(okJson("{\"meta\": {\"status\": 200}, \"response\": {\"hits\": [%s]}}".formatted(rows))));
    }

    /** A page of an artist's list. */
    void lists(long artist, int number, boolean goesOn, List<Page> pages) {
        String rows = pages.stream().map(page -> "{" + page.json() + "}").collect(Collectors.joining(","));
        server.stubFor(get(urlPathEqualTo("/genius/artists/" + artist + "/songs"))
                .withQueryParam("page", equalTo(String.valueOf(number)))
                .willReturn(okJson("{\"meta\": {\"status\": 200}, \"response\": {\"songs\": [%s], \"next_page\": %s}}"
                        .formatted(rows, goesOn ? String.valueOf(number + 1) : "null"))));
    }
}
