package dev.producerdiscovery.provider.spotify;

import static dev.producerdiscovery.provider.support.FakeProvider.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpotifyEntriesTest extends ClientOfSpotify {

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
}
