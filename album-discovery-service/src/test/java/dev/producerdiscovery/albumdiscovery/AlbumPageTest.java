package dev.producerdiscovery.albumdiscovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.provider.spotify.SpotifyAlbum;
import dev.producerdiscovery.provider.spotify.SpotifyPage;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AlbumPageTest {

    private static final SpotifyAlbum SLOW_HARBOUR = Albums.album("a1", "Slow Harbour");
    private static final SpotifyAlbum GLASS_TIDE = Albums.album("a2", "Glass Tide");
    private static final SpotifyAlbum TAKEN_DOWN = Albums.album("a3", "");

    @Test
    void an_album_that_is_listed_twice_is_taken_once() {
        AlbumPage page = page(List.of(SLOW_HARBOUR, GLASS_TIDE, SLOW_HARBOUR), OptionalInt.empty(), 0);

        assertThat(page.albums()).containsExactly(SLOW_HARBOUR, GLASS_TIDE);
    }

    @Test
    void albums_without_a_name_are_left_out_and_counted() {
        AlbumPage page = page(List.of(TAKEN_DOWN, GLASS_TIDE), OptionalInt.empty(), 0);

        assertThat(page.albums()).containsExactly(GLASS_TIDE);
        assertThat(page.unnamed()).isEqualTo(1);
    }

    @Test
    void a_page_with_a_next_page_goes_on_there() {
        assertThat(page(List.of(GLASS_TIDE), OptionalInt.of(10), 0).nextOffset())
                .hasValue(10);
    }

    @Test
    void a_page_of_nothing_but_nameless_albums_goes_on() {
        assertThat(page(List.of(TAKEN_DOWN), OptionalInt.of(10), 0).nextOffset())
                .hasValue(10);
    }

    @Test
    void an_empty_page_ends_the_listing_whatever_it_says() {
        assertThat(page(List.of(), OptionalInt.of(20), 10).nextOffset()).isEmpty();
    }

    @Test
    void a_page_that_leads_back_ends_the_listing() {
        assertThat(page(List.of(GLASS_TIDE), OptionalInt.of(10), 10).nextOffset())
                .isEmpty();
    }

    @Test
    void a_listing_without_end_is_given_up() {
        assertThat(page(List.of(GLASS_TIDE), OptionalInt.of(10_010), 10_000).nextOffset())
                .isEmpty();
    }

    @Test
    void only_a_sensible_total_counts() {
        assertThat(AlbumPage.of(new SpotifyPage<>(List.of(), OptionalInt.empty(), null), 0)
                        .total())
                .isEmpty();
        assertThat(AlbumPage.of(new SpotifyPage<>(List.of(), OptionalInt.empty(), -1), 0)
                        .total())
                .isEmpty();
        assertThat(AlbumPage.of(new SpotifyPage<>(List.of(), OptionalInt.empty(), Integer.MAX_VALUE), 0)
                        .total())
                .isEmpty();
    }

    private static AlbumPage page(List<SpotifyAlbum> albums, OptionalInt next, int offset) {
        return AlbumPage.of(new SpotifyPage<>(albums, next, albums.size()), offset);
    }
}
