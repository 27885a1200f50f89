package dev.producerdiscovery.provider.musicbrainz;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.producerdiscovery.provider.support.FakeProvider.json;
import static dev.producerdiscovery.provider.support.FakeProvider.text;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.producerdiscovery.provider.support.FakeProvider;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MusicBrainzClientTest {

    private static final String NOT_FOUND = "{'error': 'Not Found', 'help': 'For usage, see the manual'}";
    private static final String PRODUCER = """
            {'type': 'producer', 'type-id': '5c0ceac3-feb4-41f0-868d-dc06f6e27fc0', 'target-type': 'artist',
             'direction': 'backward', 'attributes': ['co', 'task'], 'attribute-values': {'task': 'vocal producer'},
             'ended': false, 'target-credit': 'M. Vale', 'source-credit': '',
             'artist': {'id': 'p1', 'name': 'Mara Vale', 'sort-name': 'Vale, Mara', 'disambiguation': '',
             'type': 'Person', 'country': null}}
            """;
    private static final String WORK = """
            {'type': 'performance', 'type-id': 'a3005666', 'target-type': 'work', 'attributes': [],
             'attribute-values': {}, 'ended': false, 'target-credit': '', 'work': {'id': 'w1', 'title': 'Ebb', 'relations': [{'type': 'composer', 'type-id': 'd59d99ea',
             'target-type': 'artist', 'attributes': [], 'attribute-values': {}, 'ended': false, 'target-credit': '',
             'artist': {'id': 'c1', 'name': 'Ivo Brandt'}}]}}
            """;
    private static final String LABEL =
            "{'type': 'recorded at', 'target-type': 'place', 'place': {'id': 'x', 'name': 'Studio Seven'}}";

    private final FakeProvider provider = new FakeProvider();
    private final MusicBrainzClient client = new MusicBrainzAutoConfiguration()
            .musicBrainzClient(
                    provider.factory(), new MusicBrainzProperties(provider.url() + "/ws/2", "somebody@example.org"));

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void albums_are_mapped_a_hundred_at_a_call() {
        provider.answer(
                "/ws/2/url", "{'url-count': 1, 'url-offset': 0, 'urls': [" + url("album/s2", "release", "r2") + "]}");

        Map<String, List<String>> releases = client.releasesBySpotifyAlbum(
                IntStream.range(0, 150).mapToObj(i -> "s" + i).toList());

        assertThat(releases).containsExactly(Map.entry("s2", List.of("r2")));
        assertThat(provider.requests("/ws/2/url")).hasSize(2);
        assertThat(provider.requests("/ws/2/url").getFirst().getUrl())
                .startsWith("/ws/2/url?fmt=json&inc=release-rels&resource=https://open.spotify.com/album/s0&resource=");
        assertThat(provider.requests("/ws/2/url")
                        .getFirst()
                        .queryParameter("resource")
                        .values())
                .hasSize(100);
        assertThat(provider.requests("/ws/2/url").getFirst().getHeader("User-Agent"))
                .isEqualTo("ProducerDiscovery/0.1 ( somebody@example.org )");
    }

    @Test
    void a_single_album_is_answered_by_itself() {
        provider.answer("/ws/2/url", url("album/s1", "release", "r1"));

        assertThat(client.releasesBySpotifyAlbum(List.of("s1"))).containsEntry("s1", List.of("r1"));
    }

    @Test
    void an_unknown_album_is_missing() {
        provider.answer("/ws/2/url", json(404, NOT_FOUND));

        assertThat(client.releasesBySpotifyAlbum(List.of("s1"))).isEmpty();
    }

    @Test
    void no_albums_cost_no_call() {
        assertThat(client.releasesBySpotifyAlbum(List.of())).isEmpty();
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void a_release_comes_with_the_credits_of_its_recordings_and_works() {
        provider.answer(
                "/ws/2/release/r1",
                "{'id': 'r1', 'title': 'Tides', 'barcode': '', 'artist-credit': [{'name': 'Hollow Lake', 'joinphrase':"
                        + " ' feat. ', 'artist': {'id': 'a1', 'name': 'Hollow Lake'}}], 'media': [{'position': 1,"
                        + " 'tracks': [{'position': 2, 'title': 'Ebb', 'length': 201000, 'recording': {'id': 'rec1',"
                        + " 'title': 'Ebb', 'length': null, 'isrcs': ['NLA321900001'], 'relations': [" + PRODUCER + ","
                        + WORK + "," + LABEL + "]}}]}], 'relations': []}");

        MbRelease release = client.release("r1").orElseThrow();

        assertThat(provider.requests().getFirst().queryParameter("inc").firstValue())
                .isEqualTo(
                        "recordings recording-level-rels artist-credits isrcs artist-rels work-rels work-level-rels");
        assertThat(release.barcode()).isNull();
        assertThat(release.artistCredit())
                .containsExactly(new MbArtistCredit(
                        "Hollow Lake", " feat. ", new MbArtistRef("a1", "Hollow Lake", null, null, null)));
        MbTrack track = release.media().getFirst().tracks().getFirst();
        assertThat(track.position()).isEqualTo(2);
        assertThat(track.recording().isrcs()).containsExactly("NLA321900001");
        assertThat(track.recording().relations()).hasSize(2);
        assertThat(track.recording().relations().getFirst())
                .isEqualTo(new MbRelation(
                        "producer",
                        "5c0ceac3-feb4-41f0-868d-dc06f6e27fc0",
                        List.of("co", "task"),
                        Map.of("task", "vocal producer"),
                        false,
                        "M. Vale",
                        new MbArtistRef("p1", "Mara Vale", "Vale, Mara", null, "Person"),
                        null,
                        null));
        assertThat(requireNonNull(track.recording().relations().getLast().work())
                        .relations())
                .extracting(MbRelation::type)
                .containsExactly("composer");
        assertThat(provider.requests()).as("places are no gap").hasSize(1);
    }

    @Test
    void a_producer_that_was_missing_only_once_is_not_lost() {
        String start = "{'id': 'r1', 'title': 'Tides', 'barcode': '', 'artist-credit': [], 'media': [{'position': 1,"
                + " 'tracks': [{'position': 2, 'title': 'Ebb', 'length': 201000, 'recording': {'id': 'rec1',"
                + " 'title': 'Ebb', 'length': null, 'isrcs': [], 'relations': [";
        String end = "]}}]}], 'relations': []}";
        provider.answerInTurn(
                "/ws/2/release/r1",
                json(200, start + "{'type': 'producer', 'target-type': 'artist', 'attributes': []}" + end),
                json(200, start + PRODUCER + end));

        MbTrack track =
                client.release("r1").orElseThrow().media().getFirst().tracks().getFirst();
        assertThat(track.recording().relations()).hasSize(1);
    }

    @Test
    void a_merged_id_is_followed_to_the_new_one() {
        provider.answer(
                "/ws/2/artist/old",
                aResponse()
                        .withStatus(301)
                        .withHeader("Location", "http://musicbrainz.invalid/ws/2/artist/new?fmt=json"));
        provider.answer("/ws/2/artist/new", """
                {'id': 'new', 'name': 'Mara Vale', 'sort-name': 'Vale, Mara', 'type': 'Person',
                 'aliases': [{'name': 'MV'}, {'name': null}], 'relations': [{'type': 'social network',
                 'type-id': '99429741', 'target-type': 'url', 'ended': true, 'attributes': [],
                 'url': {'id': 'u1', 'resource': 'https://www.instagram.com/maravale/'}}]}
                """);

        MbArtist artist = client.artist("old").orElseThrow();

        assertThat(artist.id()).isEqualTo("new");
        assertThat(artist.aliases()).containsExactly("MV");
        assertThat(artist.relations().getFirst().url()).isEqualTo("https://www.instagram.com/maravale/");
        assertThat(artist.relations().getFirst().ended()).isTrue();
    }

    @Test
    void an_isrc_may_give_several_recordings_or_none() {
        provider.answer(
                "/ws/2/isrc/NLA321900001",
                "{'isrc': 'NLA321900001', 'recordings': [{'id': 'one', 'title': 'Ebb', 'relations': []}, {'id': 'two',"
                        + " 'title': 'Flow', 'relations': []}]}");
        provider.answer("/ws/2/isrc/NLA321900002", json(404, NOT_FOUND));
        provider.answer("/ws/2/isrc/nonsense", json(400, "{'error': 'Invalid isrc.'}"));

        assertThat(client.recordingsByIsrc("NLA321900001"))
                .extracting(MbRecording::id)
                .containsExactly("one", "two");
        assertThat(client.recordingsByIsrc("NLA321900002")).isEmpty();
        assertThat(client.recordingsByIsrc("nonsense")).isEmpty();
    }

    @Test
    void being_too_fast_parks_musicbrainz() {
        provider.answer(
                "/ws/2/artist/x", json(503, "{'error': 'Your requests are exceeding the allowable rate limit.'}"));

        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> client.artist("x"))
                .satisfies(failure -> assertThat(failure.until())
                        .isEqualTo(provider.clock().instant().plusSeconds(3)));
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void a_busy_server_is_asked_again() {
        provider.answerInTurn(
                "/ws/2/artist/x",
                json(503, "{'error': 'The MusicBrainz web server is currently busy.'}")
                        .withHeader("Retry-After", "0"),
                json(200, "{'id': 'x', 'name': 'Mara Vale', 'relations': []}"));

        assertThat(client.artist("x")).isPresent();
    }

    @Test
    void xml_is_no_answer() {
        provider.answer("/ws/2/artist/x", text(200, "<?xml version='1.0'?><metadata/>"));

        assertThatExceptionOfType(TransientFailure.class).isThrownBy(() -> client.artist("x"));
    }

    @Test
    void musicbrainz_itself_is_not_called_without_a_contact() {
        MusicBrainzClient anonymous = new MusicBrainzAutoConfiguration()
                .musicBrainzClient(provider.factory(), new MusicBrainzProperties("", " "));

        assertThat(anonymous.isConfigured()).isFalse();
        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> anonymous.artist("x"))
                .withMessageContaining("MUSICBRAINZ_CONTACT");
    }

    private static String url(String path, String kind, String id) {
        return "{'id': 'u', 'resource': 'https://open.spotify.com/" + path
                + "', 'relations': [{'type': 'free streaming'," + " 'target-type': '" + kind + "', 'ended': false, '"
                + kind + "': {'id': '" + id + "'}}]}";
    }
}
