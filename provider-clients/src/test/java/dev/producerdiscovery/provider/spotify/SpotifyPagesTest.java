package dev.producerdiscovery.provider.spotify;

import static dev.producerdiscovery.provider.support.FakeProvider.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpotifyPagesTest extends ClientOfSpotify {

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
}
