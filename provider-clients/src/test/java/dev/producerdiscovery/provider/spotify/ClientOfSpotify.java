package dev.producerdiscovery.provider.spotify;

import dev.producerdiscovery.provider.support.FakeProvider;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

/** Tests of a client, and what Spotify answers in them: an artist, albums and tracks. */
abstract class ClientOfSpotify {

    static final String FULL_ARTIST = """
            {'id': 'a1', 'name': 'Hollow Lake', 'followers': {'href': null, 'total': 1200.0}, 'popularity': 41,
             'genres': ['dream pop', null, 'shoegaze'], 'images': [{'url': 'https://img.invalid/640', 'width': null},
             {'url': 'https://img.invalid/64'}], 'external_urls': {'spotify': 'https://open.spotify.com/artist/a1'},
             'something_new': {'deep': [1, 2, 3]}}
            """;
    static final String SHORT_ARTIST =
            "{'id': 'a1', 'name': 'Hollow Lake', 'images': [], 'type': 'artist', 'uri': 'spotify:artist:a1'}";
    static final String ALBUM_FIELDS = """
            'album_type': 'album', 'total_tracks': 2, 'release_date': '2019-03', 'release_date_precision': 'month',
            'images': [{'url': 'https://img.invalid/cover'}], 'artists': [{'id': 'a1', 'name': 'Hollow Lake'}]
            """;
    static final String TRACK_FIELDS = "'duration_ms': 201000, 'disc_number': 1, 'track_number': 3, 'explicit': true,"
            + " 'artists': [{'id': 'a1', 'name': 'Hollow Lake'}, {'id': null, 'name': 'Guest'}]";
    static final String ALBUMS = "/v1/artists/a1/albums";

    private final SpotifyFixture spotify = new SpotifyFixture();
    final FakeProvider provider = spotify.provider;
    final SpotifyClient client = spotify.client;

    @AfterEach
    void stop() {
        spotify.close();
    }

    SpotifyPage<SpotifyAlbum> albums(int offset) {
        return client.artistAlbums("a1", Set.of("single", "album"), offset);
    }

    static String album(String id) {
        return "{'id': '" + id + "', 'name': 'Tides', " + ALBUM_FIELDS + "}";
    }

    static String page(int rows, int next, boolean hasNext) {
        List<String> items =
                IntStream.range(0, rows).mapToObj(i -> album("b" + (next + i))).toList();
        String link = hasNext ? "'https://api.invalid/v1/artists/a1/albums?offset=" + next + "&limit=10'" : "null";
        return "{'items': [" + String.join(",", items) + "], 'next': " + link + ", 'total': 97}";
    }
}
