package dev.producerdiscovery.provider.spotify;

import static dev.producerdiscovery.provider.support.FakeProvider.json;
import static dev.producerdiscovery.provider.support.FakeProvider.text;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.producerdiscovery.provider.support.FakeProvider;
import dev.producerdiscovery.provider.support.TestBudget.Park;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpotifyClientTest {

    private static final String FULL_ARTIST = """
            {'id': 'a1', 'name': 'Hollow Lake', 'followers': {'href': null, 'total': 1200.0}, 'popularity': 41,
             'genres': ['dream pop', null, 'shoegaze'], 'images': [{'url': 'https://img.invalid/640', 'width': null},
             {'url': 'https://img.invalid/64'}], 'external_urls': {'spotify': 'https://open.spotify.com/artist/a1'},
             'something_new': {'deep': [1, 2, 3]}}
            """;
    private static final String SHORT_ARTIST =
            "{'id': 'a1', 'name': 'Hollow Lake', 'images': [], 'type': 'artist', 'uri': 'spotify:artist:a1'}";
    private static final String ALBUM_FIELDS = """
            'album_type': 'album', 'total_tracks': 2, 'release_date': '2019-03', 'release_date_precision': 'month',
            'images': [{'url': 'https://img.invalid/cover'}], 'artists': [{'id': 'a1', 'name': 'Hollow Lake'}]
            """;
    private static final String TRACK_FIELDS =
            "'duration_ms': 201000, 'disc_number': 1, 'track_number': 3, 'explicit': true,"
                    + " 'artists': [{'id': 'a1', 'name': 'Hollow Lake'}, {'id': null, 'name': 'Guest'}]";
    private static final String ALBUMS = "/v1/artists/a1/albums";

    private final SpotifyFixture spotify = new SpotifyFixture();
    private final FakeProvider provider = spotify.provider;
    private final SpotifyClient client = spotify.client;

    @AfterEach
    void stop() {
        spotify.close();
    }

    @Test
    void an_artist_is_read_with_all_that_is_there() {
        provider.answer("/v1/artists/a1", FULL_ARTIST);

        assertThat(client.artist("a1"))
                .contains(new SpotifyArtist(
                        "a1",
                        "Hollow Lake",
                        1200,
                        41,
                        List.of("dream pop", "shoegaze"),
                        "https://img.invalid/640",
                        "https://open.spotify.com/artist/a1"));
    }

    @Test
    void an_artist_of_development_mode_is_shorter() {
        provider.answer("/v1/artists/a1", SHORT_ARTIST);

        assertThat(client.artist("a1"))
                .contains(new SpotifyArtist("a1", "Hollow Lake", null, null, List.of(), null, null));
    }

    @Test
    void an_unknown_or_impossible_id_is_empty() {
        provider.answer("/v1/artists/a1", json(404, "{'error': {'status': 404, 'message': 'Resource not found'}}"));
        provider.answer("/v1/artists/%20", json(400, "{'error': {'status': 400, 'message': 'Invalid base62 id'}}"));

        assertThat(client.artist("a1")).isEmpty();
        assertThat(client.artist(" ")).isEmpty();
    }

    @Test
    void a_search_skips_null_entries_and_sends_the_name_as_it_is() {
        provider.answer("/v1/search", "{'artists': {'items': [null, " + SHORT_ARTIST + ", null], 'next': null}}");

        assertThat(client.searchArtists("Björk & \"Friends\" +1"))
                .extracting(SpotifyArtist::id)
                .containsExactly("a1");
        assertThat(provider.requests("/v1/search")
                        .getFirst()
                        .queryParameter("q")
                        .firstValue())
                .isEqualTo("Björk & \"Friends\" +1");
        assertThat(provider.requests("/v1/search")
                        .getFirst()
                        .queryParameter("limit")
                        .firstValue())
                .isEqualTo("10");
    }

    @Test
    void a_row_that_was_null_only_once_is_not_lost() {
        provider.answerInTurn(
                ALBUMS,
                json(200, "{'items': [" + album("b1") + ", null], 'next': null, 'total': 2}"),
                json(200, "{'items': [" + album("b1") + ", " + album("b2") + "], 'next': null, 'total': 2}"));

        assertThat(albums(0).items()).extracting(SpotifyAlbum::id).containsExactly("b1", "b2");
    }

    @Test
    void albums_come_in_pages_of_ten_until_more_is_known_to_be_allowed() {
        provider.answer(ALBUMS, page(10, 10, true));

        assertThat(albums(0).nextOffset()).hasValue(10);

        assertThat(provider.requests(ALBUMS).getFirst().getUrl())
                .isEqualTo("/v1/artists/a1/albums?market=NL&include_groups=album%2Csingle&limit=10&offset=0");
    }

    @Test
    void albums_come_in_pages_of_fifty_in_extended_mode() {
        provider.answer("/v1/artists/a1", FULL_ARTIST);
        provider.answer(ALBUMS, page(50, 50, true));

        client.artist("a1");
        albums(0);

        assertThat(provider.requests(ALBUMS).getFirst().queryParameter("limit").firstValue())
                .isEqualTo("50");
    }

    @Test
    void a_refused_page_size_is_not_asked_for_twice() {
        provider.answer("/v1/artists/a1", FULL_ARTIST);
        provider.answerInTurn(
                ALBUMS,
                json(400, "{'error': {'status': 400, 'message': 'Invalid limit'}}"),
                json(200, page(10, 10, true)),
                json(200, page(10, 20, true)));
        client.artist("a1");

        assertThat(albums(0).items()).hasSize(10);
        assertThat(albums(10).items()).hasSize(10);

        assertThat(provider.requests(ALBUMS))
                .extracting(request -> request.queryParameter("limit").firstValue())
                .containsExactly("50", "10", "10");
    }

    @Test
    void the_last_page_has_no_next_one() {
        provider.answer(ALBUMS, page(3, 10, false));

        assertThat(albums(0).nextOffset()).isEmpty();
    }

    @Test
    void an_empty_page_ends_a_list_even_if_it_has_a_next_one() {
        provider.answer(ALBUMS, page(0, 20, true));

        assertThat(albums(10).nextOffset()).isEmpty();
    }

    @Test
    void a_page_that_leads_back_ends_a_list() {
        provider.answer(ALBUMS, page(10, 10, true));

        assertThat(albums(10).nextOffset()).isEmpty();
        assertThat(albums(30).nextOffset()).isEmpty();
    }

    @Test
    void a_list_without_end_is_cut_off() {
        provider.answer(ALBUMS, page(10, 5010, true));

        assertThat(albums(5000).nextOffset()).isEmpty();
    }

    @Test
    void a_page_that_never_says_whether_there_is_a_next_one_goes_by_the_total() {
        provider.answer(ALBUMS, "{'items': [" + album("b1") + "], 'total': 3}");

        assertThat(albums(0).nextOffset()).hasValue(1);
        assertThat(albums(2).nextOffset()).isEmpty();
    }

    @Test
    void an_unknown_artist_has_no_albums() {
        provider.answer(ALBUMS, json(404, "{'error': {'status': 404, 'message': 'Resource not found'}}"));

        assertThat(albums(0)).isEqualTo(new SpotifyPage<SpotifyAlbum>(List.of(), java.util.OptionalInt.empty(), 0));
    }

    @Test
    void an_album_comes_with_its_first_tracks() {
        provider.answer(
                "/v1/albums/b1",
                "{'id': 'b1', 'name': 'Tides', " + ALBUM_FIELDS
                        + ", 'external_ids': {'upc': '0123456789012'}, 'label': 'Drift', 'tracks': {'items': [{'id': 't1',"
                        + " 'name': 'Ebb', " + TRACK_FIELDS + "}], 'next': 'https://api.invalid/v1/albums/b1/tracks"
                        + "?offset=50&limit=50', 'total': 51}}");

        SpotifyAlbum album = client.album("b1").orElseThrow();

        assertThat(album.upc()).isEqualTo("0123456789012");
        assertThat(album.releaseDate()).isEqualTo("2019-03");
        assertThat(album.label()).isEqualTo("Drift");
        SpotifyPage<SpotifyTrack> tracks = requireNonNull(album.tracks());
        assertThat(tracks.nextOffset()).hasValue(50);
        assertThat(tracks.items())
                .containsExactly(new SpotifyTrack(
                        "t1",
                        "Ebb",
                        201_000,
                        1,
                        3,
                        true,
                        null,
                        null,
                        null,
                        List.of(new SpotifyArtistRef("a1", "Hollow Lake"), new SpotifyArtistRef(null, "Guest"))));
    }

    @Test
    void an_album_with_an_odd_date_is_an_album_without_a_date() {
        provider.answer(
                "/v1/albums/b1",
                "{'id': 'b1', 'name': null, 'release_date': {'year': 2004}, 'images': null, 'artists': {}, 'tracks': []}");

        SpotifyAlbum album = client.album("b1").orElseThrow();

        assertThat(album.name()).isEmpty();
        assertThat(album.releaseDate()).isNull();
        assertThat(album.artists()).isEmpty();
    }

    @Test
    void several_tracks_are_found_by_the_ids_they_were_asked_for() {
        provider.answer("/v1/artists/a1", FULL_ARTIST);
        provider.answer(
                "/v1/tracks",
                "{'tracks': [{'id': 'relinked', 'name': 'Ebb', 'external_ids': {}, " + TRACK_FIELDS + "}, null]}");
        client.artist("a1");

        assertThat(client.tracks(List.of("t1", "unknown"))).containsOnlyKeys("t1");
    }

    @Test
    void several_tracks_without_their_list_are_no_answer() {
        provider.answer("/v1/artists/a1", FULL_ARTIST);
        provider.answer("/v1/tracks", "{'items': []}");
        client.artist("a1");

        assertThatExceptionOfType(TransientFailure.class)
                .isThrownBy(() -> client.tracks(List.of("t1")))
                .withMessageContaining("the answer has no tracks");
    }

    @Test
    void an_error_inside_a_good_answer_is_told_as_what_it_is() {
        provider.answer("/v1/albums/b1", "{'error': {'description': 'odd things'}}");
        assertThatExceptionOfType(TransientFailure.class)
                .isThrownBy(() -> client.album("b1"))
                .withMessageContaining("answered 200, an error: odd things");

        provider.answer("/v1/albums/b2", "{'error': {'type': 'not_found', 'description': 'no such album'}}");
        assertThat(client.album("b2")).isEmpty();
        provider.answer("/v1/albums/b3", "{'error': {'status': 404, 'message': 'Resource not found'}}");
        assertThat(client.album("b3")).isEmpty();
    }

    @Test
    void a_list_that_gives_the_same_page_again_is_at_its_end() {
        provider.answer(
                "/v1/artists/a1/albums",
                "{'items': [{'id': 'b1', 'name': 'Tides', 'artists': []}], 'next': 'https://x/?offset=99', 'total': 500}");

        assertThat(client.artistAlbums("a1", Set.of("album"), 0).nextOffset()).hasValue(99);
        SpotifyPage<SpotifyAlbum> again = client.artistAlbums("a1", Set.of("album"), 10);
        assertThat(again.items()).isEmpty();
        assertThat(again.nextOffset()).isEmpty();
        // Whoever begins anew gets what is there.
        assertThat(client.artistAlbums("a1", Set.of("album"), 0).items()).hasSize(1);
    }

    @Test
    void many_tracks_take_a_call_per_fifty() {
        provider.answer("/v1/artists/a1", FULL_ARTIST);
        provider.answer("/v1/tracks", "{'tracks': []}");
        client.artist("a1");

        client.tracks(IntStream.range(0, 101).mapToObj(i -> "t" + i).toList());

        assertThat(provider.requests("/v1/tracks")).hasSize(3);
    }

    @Test
    void several_tracks_are_never_asked_for_in_development_mode() {
        provider.answer("/v1/artists/a1", SHORT_ARTIST);
        client.artist("a1");

        assertThat(client.tracks(List.of("t1"))).isEmpty();
        assertThat(provider.requests("/v1/tracks")).isEmpty();
    }

    @Test
    void refused_batches_are_not_asked_for_twice() {
        provider.answer("/v1/artists/a1", FULL_ARTIST);
        provider.answer("/v1/tracks", json(403, "{'error': {'status': 403, 'message': 'Forbidden'}}"));
        client.artist("a1");

        assertThat(client.tracks(List.of("t1"))).isEmpty();
        assertThat(client.tracks(List.of("t2"))).isEmpty();

        assertThat(provider.requests("/v1/tracks")).hasSize(1);
        assertThat(provider.budget().parks()).isEmpty();
    }

    @Test
    void a_spent_quota_parks_its_endpoint_only() {
        provider.answer(
                ALBUMS,
                json(429, "{'error': {'status': 429, 'message': 'Too many requests', 'reason': 'QUOTA_EXCEEDED'}}")
                        .withHeader("Retry-After", "83316"));
        provider.answer("/v1/artists/a1", SHORT_ARTIST);

        assertThatExceptionOfType(ThrottledFailure.class).isThrownBy(() -> albums(0));
        assertThatExceptionOfType(ThrottledFailure.class).isThrownBy(() -> albums(10));

        assertThat(client.artist("a1")).isPresent();
        assertThat(provider.requests(ALBUMS)).hasSize(1);
        assertThat(provider.budget().parks())
                .containsExactly(new Park(
                        "spotify",
                        "artist-albums",
                        provider.clock().instant().plus(Duration.ofSeconds(83_316)),
                        "the day's quota is spent",
                        false));
    }

    @Test
    void a_lapsed_subscription_parks_spotify_and_says_what_to_do() {
        provider.answer("/v1/artists/a1", text(403, "Active premium subscription required for the owner of the app."));

        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> client.artist("a1"))
                .withMessageContaining("Active premium subscription required");
        assertThatExceptionOfType(ThrottledFailure.class).isThrownBy(() -> client.artist("a2"));
        assertThat(provider.requests("/v1/artists/a2")).isEmpty();
    }

    @Test
    void an_endpoint_that_every_app_may_use_but_ours_is_an_account_problem() {
        provider.answer(ALBUMS, json(403, "{'error': {'status': 403, 'message': 'Forbidden'}}"));

        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> albums(0))
                .withMessageContaining("account problem")
                .withMessageContaining("Forbidden");
    }

    @Test
    void an_error_inside_a_good_answer_is_an_error() {
        provider.answer("/v1/artists/a1", "{'error': {'status': 404, 'message': 'Non existing id'}}");
        provider.answer("/v1/artists/a2", "{'error': {'status': 400, 'message': 'Bad request'}}");

        assertThat(client.artist("a1")).isEmpty();
        assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> client.artist("a2"));
    }

    private SpotifyPage<SpotifyAlbum> albums(int offset) {
        return client.artistAlbums("a1", Set.of("single", "album"), offset);
    }

    private static String album(String id) {
        return "{'id': '" + id + "', 'name': 'Tides', " + ALBUM_FIELDS + "}";
    }

    private static String page(int rows, int next, boolean hasNext) {
        List<String> items =
                IntStream.range(0, rows).mapToObj(i -> album("b" + (next + i))).toList();
        String link = hasNext ? "'https://api.invalid/v1/artists/a1/albums?offset=" + next + "&limit=10'" : "null";
        return "{'items': [" + String.join(",", items) + "], 'next': " + link + ", 'total': 97}";
    }
}
