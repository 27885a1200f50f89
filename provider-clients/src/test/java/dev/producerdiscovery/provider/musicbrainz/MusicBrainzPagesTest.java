package dev.producerdiscovery.provider.musicbrainz;

import static dev.producerdiscovery.provider.support.FakeProvider.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.producerdiscovery.provider.support.FakeProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MusicBrainzPagesTest {

    private static final String RECORDING =
            "{'id': '%s', 'title': 'Ebb', 'length': 201000, 'disambiguation': 'live, 2026-02-03: Tarn Hall', 'video': true,"
                    + " 'isrcs': [], 'artist-credit': [], 'relations': [{'type': 'free streaming', 'type-id': '7e41ef12',"
                    + " 'target-type': 'url', 'ended': false, 'attributes': [], 'attribute-values': {}, 'target-credit': '',"
                    + " 'url': {'id': 'u1', 'resource': 'https://open.spotify.com/track/2222222222222222222222'}}]}";

    private static final String ARTIST =
            "{'id': 'u1', 'resource': 'https://open.spotify.com/artist/s1', 'relations': [{'type': 'free streaming',"
                    + " 'target-type': 'artist', 'ended': false, 'artist': {'id': 'a1', 'name': 'Hollow Lake'}}]}";
    private static final String ALBUM =
            "{'id': 'u2', 'resource': 'https://open.spotify.com/album/s2', 'relations': [{'type': 'free streaming',"
                    + " 'target-type': 'release', 'ended': false, 'release': {'id': 'r2', 'title': 'Tides'}}]}";

    private final FakeProvider provider = new FakeProvider();
    private final MusicBrainzClient client = new MusicBrainzAutoConfiguration()
            .musicBrainzClient(
                    provider.factory(), new MusicBrainzProperties(provider.url() + "/ws/2", "somebody@example.org"));

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void an_artist_and_the_albums_are_known_by_their_spotify_links_in_one_call() {
        provider.answer("/ws/2/url", "{'urls': [" + ARTIST + "," + ALBUM + "]}");

        MbLinks links = client.linksOf("s1", List.of("s3", "s2"));

        assertThat(links).isEqualTo(new MbLinks(List.of("a1"), Map.of("s2", List.of("r2"))));
        assertThat(provider.requests())
                .singleElement()
                .extracting(LoggedRequest::getUrl)
                .isEqualTo("/ws/2/url?fmt=json&inc=artist-rels%20release-rels"
                        + "&resource=https://open.spotify.com/artist/s1&resource=https://open.spotify.com/album/s2"
                        + "&resource=https://open.spotify.com/album/s3");
    }

    @Test
    void an_artist_alone_is_answered_by_itself() {
        provider.answer("/ws/2/url", ARTIST);

        assertThat(client.linksOf("s1", List.of())).isEqualTo(new MbLinks(List.of("a1"), Map.of()));
    }

    @Test
    void a_hundred_recordings_come_with_all_that_tells_them_from_each_other() {
        provider.answer(
                "/ws/2/recording",
                "{'recording-count': 3, 'recording-offset': 0, 'recordings': [" + RECORDING.formatted("one") + ","
                        + RECORDING.formatted("two") + "]}");

        MbPage<MbRecording> page = client.recordingsOf("a1", 0);

        assertThat(provider.requests().getFirst().getUrl())
                .isEqualTo("/ws/2/recording?fmt=json&inc=artist-credits%20isrcs%20artist-rels%20work-rels"
                        + "%20work-level-rels%20url-rels&artist=a1&limit=100&offset=0");
        assertThat(page.rows()).extracting(MbRecording::id).containsExactly("one", "two");
        assertThat(page.rows().getFirst().disambiguation()).isEqualTo("live, 2026-02-03: Tarn Hall");
        assertThat(page.rows().getFirst().video()).isTrue();
        assertThat(page.rows().getFirst().relations().getFirst().url())
                .isEqualTo("https://open.spotify.com/track/2222222222222222222222");
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.nextOffset())
                .as("after what came, not after what was asked for")
                .hasValue(2);
    }

    @Test
    void a_page_ends_the_list_when_it_holds_the_last_or_nothing() {
        provider.answerInTurn(
                "/ws/2/release",
                json(
                        200,
                        "{'release-count': 2, 'release-offset': 1, 'releases': [{'id': 'r2', 'title': 'Tides', 'relations': []}]}"),
                json(200, "{'release-count': 9, 'release-offset': 5, 'releases': []}"));

        assertThat(client.releasesOf("a1", 1).nextOffset()).isEmpty();
        assertThat(client.releasesOf("a1", 5).nextOffset()).isEmpty();
        assertThat(provider.requests("/ws/2/release").getFirst().getUrl())
                .isEqualTo(
                        "/ws/2/release?fmt=json&inc=artist-rels%20url-rels&artist=a1&limit=100&offset=1&status=official");
    }

    @Test
    void whole_releases_come_with_the_credits_of_their_tracks() {
        provider.answer(
                "/ws/2/release",
                "{'release-count': 40, 'release-offset': 15, 'releases': [{'id': 'r1', 'title': 'Tides', 'relations': [],"
                        + " 'media': [{'position': 1, 'tracks': [{'position': 1, 'title': 'Ebb', 'length': 201000, 'recording': "
                        + RECORDING.formatted("one") + "}]}]}]}");

        MbPage<MbRelease> page = client.wholeReleasesOf("a1", 25, 15);

        assertThat(page.rows()
                        .getFirst()
                        .media()
                        .getFirst()
                        .tracks()
                        .getFirst()
                        .recording()
                        .id())
                .isEqualTo("one");
        assertThat(page.nextOffset()).hasValue(16);
        assertThat(provider.requests().getFirst().queryParameter("limit").firstValue())
                .isEqualTo("25");
    }

    @Test
    void whole_releases_tell_the_editions_of_a_group_from_each_other() {
        provider.answer("/ws/2/release", answer("musicbrainz-releases"));

        MbRelease release = client.wholeReleasesOf("a1", List.of("single", "album", "ep"), 100, 0)
                .rows()
                .getFirst();

        assertThat(provider.requests().getFirst().getUrl())
                .isEqualTo(
                        "/ws/2/release?fmt=json&inc=release-groups%20media%20recordings%20recording-level-rels%20url-rels"
                                + "%20artist-credits%20isrcs%20artist-rels%20work-rels%20work-level-rels&artist=a1&limit=100&offset=0"
                                + "&status=official&type=album%7Cep%7Csingle");
        assertThat(release)
                .extracting(
                        MbRelease::disambiguation,
                        MbRelease::status,
                        MbRelease::date,
                        MbRelease::country,
                        MbRelease::frontCover)
                .containsExactly("first pressing", "Official", "2026-02", "XW", true);
        assertThat(release.releaseGroup())
                .isEqualTo(new MbReleaseGroup(
                        "33333333-3333-4333-8333-333333333333", "Tides", "Album", List.of("Live"), "2025-11-03"));
        assertThat(provider.requests()).as("nothing is missing").hasSize(1);
    }

    @Test
    void a_release_that_came_out_nowhere_lacks_nothing() {
        provider.answer(
                "/ws/2/release",
                "{'release-count': 1, 'release-offset': 0, 'releases': [{'id': 'r1', 'title': 'Tides', 'disambiguation': '',"
                        + " 'status': null, 'barcode': null, 'artist-credit': [], 'relations': [], 'media': [],"
                        + " 'release-group': {'id': 'g1', 'title': 'Tides', 'primary-type': null, 'secondary-types': [],"
                        + " 'first-release-date': ''}}]}");

        MbRelease release = client.wholeReleasesOf("a1", 100, 0).rows().getFirst();

        assertThat(release.date()).isNull();
        assertThat(release.releaseGroup()).isEqualTo(new MbReleaseGroup("g1", "Tides", null, List.of(), null));
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void the_count_of_releases_costs_one_small_call() {
        provider.answer("/ws/2/release", "{'release-count': 41, 'release-offset': 0, 'releases': [{'id': 'r1'}]}");

        assertThat(client.releaseCount("a1")).isEqualTo(41);
        assertThat(provider.requests())
                .extracting(LoggedRequest::getUrl)
                .containsExactly("/ws/2/release?fmt=json&artist=a1&limit=1&status=official");
    }

    @Test
    void release_groups_come_a_hundred_at_a_call() {
        provider.answer("/ws/2/release-group", answer("musicbrainz-groups"));

        MbPage<MbReleaseGroup> page = client.releaseGroupsOf("a1", 100);

        assertThat(provider.requests().getFirst().getUrl())
                .isEqualTo("/ws/2/release-group?fmt=json&inc=artist-credits&artist=a1&limit=100&offset=100");
        assertThat(page.rows()).extracting(MbReleaseGroup::primaryType).containsExactly("Album");
    }

    @Test
    void artists_are_found_by_name_with_what_tells_them_apart() {
        provider.answer("/ws/2/artist", answer("musicbrainz-search"));

        List<MbArtist> found = client.searchArtists("Hollow + Lake/Ö");

        assertThat(provider.requests().getFirst().getUrl())
                .as("a plus is no blank, and nothing in a name is an order to the search")
                .isEqualTo("/ws/2/artist?fmt=json&query=Hollow%20%5C%2B%20Lake%5C%2F%C3%96&limit=25");
        assertThat(found)
                .containsExactly(new MbArtist(
                        "44444444-4444-4444-8444-444444444444",
                        "Hollow Lake",
                        "Hollow Lake",
                        "Dutch dream pop band",
                        "Group",
                        "NL",
                        "2009",
                        "2021-06",
                        100,
                        List.of("The Hollow Lake"),
                        List.of()));
    }

    @Test
    void a_search_leaves_out_what_is_empty() {
        provider.answer(
                "/ws/2/artist", "{'count': 1, 'offset': 0, 'artists': [{'id': 'a1', 'score': 88, 'name': 'Ebb'}]}");

        assertThat(client.searchArtists("Ebb"))
                .containsExactly(
                        new MbArtist("a1", "Ebb", null, null, null, null, null, null, 88, List.of(), List.of()));
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void an_unknown_artist_has_nothing() {
        provider.answer("/ws/2/recording", json(404, "{'error': 'Not Found', 'help': 'For usage, see the manual'}"));

        provider.answer("/ws/2/release", json(404, "{'error': 'Not Found', 'help': 'For usage, see the manual'}"));

        assertThat(client.recordingsOf("a1", 0)).isEqualTo(MbPage.empty());
        assertThat(client.releaseCount("a1")).isZero();
    }

    private static String answer(String name) {
        try (InputStream stream = MusicBrainzPagesTest.class.getResourceAsStream("/answers/" + name + ".json")) {
            return new String(requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
