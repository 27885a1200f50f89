package dev.producerdiscovery.provider.genius;

import static dev.producerdiscovery.provider.support.FakeProvider.html;
import static dev.producerdiscovery.provider.support.FakeProvider.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.producerdiscovery.provider.Secret;
import dev.producerdiscovery.provider.support.FakeProvider;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GeniusClientTest {

    private static final String TRACK_ID = "0aBcDeFgHiJkLmNoPqRsTu";
    private static final String MARA = "{'id': 7, 'name': 'Mara\u00a0Vale\u200b', 'url': 'https://genius.invalid/Mara',"
            + " 'image_url': 'https://assets.genius.invalid/default_avatar_300.png'}";

    private final FakeProvider provider = new FakeProvider();
    private final GeniusClient client = client("the-token");

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void a_token_that_no_header_can_carry_is_a_matter_of_the_account_and_never_shown() {
        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> client("SECRET\u200babc").song(42))
                .withMessageContaining("genius's key holds a character that no header can carry")
                .satisfies(failure -> assertThat(failure).message().doesNotContain("SECRET"))
                .satisfies(failure -> assertThat(failure).hasNoCause());
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void a_search_finds_songs() {
        provider.answer("/search", """
                {'meta': {'status': 200}, 'response': {'hits': [{'index': 'song', 'type': 'song', 'result': {'id': 42,
                 'title': 'Ebb', 'artist_names': 'Hollow\u00a0Lake (Ft. Guest)', 'primary_artist': {'id': 1, 'name': 'Hollow Lake'},
                 'featured_artists': [{'id': 2, 'name': 'Guest'}], 'release_date_components': {'year': 2019, 'month': null},
                 'url': 'https://genius.invalid/ebb', 'pyongs_count': null}}]}}
                """);

        assertThat(client.search("Ebb & Flow Hollow Lake"))
                .containsExactly(new GeniusHit(
                        42,
                        "Ebb",
                        "Hollow Lake (Ft. Guest)",
                        List.of(new GeniusArtistRef(1, "Hollow Lake", null, null)),
                        List.of(new GeniusArtistRef(2, "Guest", null, null)),
                        2019,
                        "https://genius.invalid/ebb"));
        assertThat(provider.requests().getFirst().queryParameter("q").firstValue())
                .isEqualTo("Ebb & Flow Hollow Lake");
        assertThat(provider.requests().getFirst().getHeader("Authorization")).isEqualTo("Bearer the-token");
        assertThat(provider.requests().getFirst().getHeader("User-Agent")).startsWith("ProducerDiscovery/");
    }

    @Test
    void a_song_comes_with_its_credits() {
        provider.answer(
                "/songs/42",
                song("'primary_artists': [{'id': 1, 'name': 'Hollow Lake'}, {'id': 3, 'name': 'Second'}],"
                        + " 'producer_artists': [" + MARA + "], 'writer_artists': [], 'custom_performances': [{'label':"
                        + " 'Mixing Engineer', 'artists': [" + MARA + "]}, {'label': 'Copyright ©', 'artists': []}],"
                        + " 'media': [{'provider': 'video'}, null, {'provider': 'spotify', 'native_uri': 'spotify:track:"
                        + TRACK_ID + "', 'url': 'https://open.spotify.com/track/" + TRACK_ID + "'}],"
                        + " 'album': {'name': 'Tides'}, 'apple_music_id': 12345, 'release_date': '2019-03-08',"
                        + " 'language': 'en'"));

        GeniusSong song = client.song(42).orElseThrow();

        assertThat(song.producers())
                .containsExactly(new GeniusArtistRef(7, "Mara Vale", "https://genius.invalid/Mara", null));
        assertThat(song.primaryArtists()).extracting(GeniusArtistRef::name).containsExactly("Hollow Lake", "Second");
        assertThat(song.performances())
                .extracting(GeniusPerformance::label)
                .containsExactly("Mixing Engineer", "Copyright ©");
        assertThat(song.spotifyTrackIds()).containsExactly(TRACK_ID);
        assertThat(song.albumName()).isEqualTo("Tides");
        assertThat(song.appleMusicId()).isEqualTo("12345");
        assertThat(provider.requests().getFirst().getUrl()).isEqualTo("/songs/42?text_format=plain");
    }

    @Test
    void producers_that_were_missing_only_once_are_not_lost() {
        String rest = "'primary_artist': {'id': 1, 'name': 'Hollow Lake'}, 'writer_artists': [], 'album': null";
        provider.answerInTurn(
                "/songs/42", json(200, song(rest)), json(200, song(rest + ", 'producer_artists': [" + MARA + "]")));

        assertThat(client.song(42).orElseThrow().producers()).hasSize(1);
    }

    @Test
    void an_artists_songs_come_by_fifties_with_those_of_others_that_he_is_a_guest_on() {
        provider.answer("/artists/1/songs", """
                {'meta': {'status': 200}, 'response': {'songs': [
                 {'id': 42, 'title': 'Ebb', 'primary_artist': {'id': 1, 'name': 'Hollow\u00a0Lake'}, 'primary_artists': []},
                 {'id': 43, 'title': 'Flow', 'primary_artists': [{'id': 3, 'name': 'Second'}],
                  'featured_artists': [{'id': 1, 'name': 'Hollow Lake'}]}], 'next_page': 3}}
                """);

        GeniusList list = client.artistSongs(1, 2).orElseThrow();

        assertThat(list.songs()).extracting(GeniusHit::title).containsExactly("Ebb", "Flow");
        assertThat(list.songs().getFirst().primaryArtists())
                .extracting(GeniusArtistRef::name)
                .containsExactly("Hollow Lake");
        assertThat(list.nextPage()).hasValue(3);
        assertThat(provider.requests().getFirst().getUrl()).isEqualTo("/artists/1/songs?per_page=50&page=2&sort=title");
    }

    @Test
    void a_list_ends_where_no_page_lies_ahead() {
        provider.answer("/artists/1/songs", songs("{'id': 42, 'title': 'Ebb'}", "'next_page': null"));
        provider.answer("/artists/2/songs", songs("{'id': 42, 'title': 'Ebb'}", "'next_page': 2"));
        provider.answer("/artists/3/songs", songs("", "'next_page': 9"));
        provider.answer("/artists/4/songs", json(404, "{'meta': {'status': 404, 'message': 'Not found'}}"));

        assertThat(client.artistSongs(1, 1).orElseThrow().nextPage()).isEmpty();
        assertThat(client.artistSongs(2, 2).orElseThrow().nextPage()).isEmpty();
        assertThat(client.artistSongs(3, 1).orElseThrow().nextPage()).isEmpty();
        assertThat(client.artistSongs(4, 1)).isEmpty();
    }

    @Test
    void a_full_page_that_does_not_say_what_follows_is_not_the_last() {
        String rows = IntStream.range(0, 50)
                .mapToObj(n -> "{'id': %d, 'title': 'Ebb %d', 'primary_artists': [{'id': 1, 'name': 'Hollow Lake'}]}"
                        .formatted(n, n))
                .collect(Collectors.joining(","));
        provider.answer("/artists/1/songs", songs(rows, "'more': true"));

        assertThat(client.artistSongs(1, 4).orElseThrow().nextPage()).hasValue(5);
    }

    @Test
    void an_artist_comes_with_handles() {
        provider.answer("/artists/7", """
                {'meta': {'status': 200}, 'response': {'artist': {'id': 7, 'name': 'Mara Vale', 'alternate_names':
                 ['MV', null], 'instagram_name': 'maravale', 'twitter_name': null, 'description': {'plain': '?'},
                 'image_url': 'https://images.genius.invalid/7.jpg', 'is_verified': true, 'translation_artist': false}}}
                """);

        assertThat(client.artist(7))
                .contains(new GeniusArtist(
                        7,
                        "Mara Vale",
                        List.of("MV"),
                        null,
                        "https://images.genius.invalid/7.jpg",
                        "maravale",
                        null,
                        null,
                        null,
                        true,
                        false));
    }

    @Test
    void an_unknown_song_is_empty_whatever_the_status_line_says() {
        provider.answer("/songs/1", json(404, "{'meta': {'status': 404, 'message': '404 Not Found'}}"));
        provider.answer("/songs/2", "{'meta': {'status': 404, 'message': '404 Not Found'}}");

        assertThat(client.song(1)).isEmpty();
        assertThat(client.song(2)).isEmpty();
    }

    @Test
    void a_revoked_token_parks_genius_and_says_which_to_check() {
        provider.answer(
                "/songs/42",
                json(401, "{'error': 'invalid_token', 'error_description': 'The access token provided is revoked'}"));

        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> client.song(42))
                .withMessageContaining("is revoked")
                .withMessageContaining("GENIUS_ACCESS_TOKEN")
                .withMessageNotContaining("the-token");
        assertThatExceptionOfType(ThrottledFailure.class).isThrownBy(() -> client.song(43));
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void bot_protection_is_an_account_problem() {
        provider.answer("/songs/42", html(403));

        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> client.song(42))
                .withMessageContaining("account problem");
    }

    @Test
    void a_song_without_an_id_is_no_song() {
        provider.answer("/songs/42", "{'meta': {'status': 200}, 'response': {'song': {'title': 'Ebb'}}}");

        assertThatExceptionOfType(TransientFailure.class).isThrownBy(() -> client.song(42));
    }

    @Test
    void without_a_token_nothing_is_called() {
        GeniusClient unconfigured = client(" ");

        assertThat(unconfigured.isConfigured()).isFalse();
        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(() -> unconfigured.song(1))
                .withMessageContaining("GENIUS_ACCESS_TOKEN is not set");
        assertThat(provider.requests()).isEmpty();
    }

    private GeniusClient client(String token) {
        return new GeniusAutoConfiguration()
                .geniusClient(provider.factory(), new GeniusProperties(provider.url(), Secret.valueOf(token)));
    }

    private static String songs(String rows, String next) {
        return "{'meta': {'status': 200}, 'response': {'songs': [" + rows + "], " + next + "}}";
    }

    private static String song(String fields) {
        return "{'meta': {'status': 200}, 'response': {'song': {'id': 42, 'title': 'Ebb', " + fields + "}}}";
    }
}
