package dev.producerdiscovery.dumpimport.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {

    @ParameterizedTest
    @CsvSource({
        "https://open.spotify.com/album/1AAAAAAAAAAAAAAAAAAAAA, 1AAAAAAAAAAAAAAAAAAAAA",
        "http://open.spotify.com/intl-de/album/1AAAAAAAAAAAAAAAAAAAAA?si=x, 1AAAAAAAAAAAAAAAAAAAAA"
    })
    void an_album_is_known_by_its_address(String address, String id) {
        assertThat(Key.spotifyAlbum(address)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://open.spotify.com/track/1AAAAAAAAAAAAAAAAAAAAA",
                "https://open.spotify.com/album/short",
                "https://elsewhere.example/album/1AAAAAAAAAAAAAAAAAAAAA"
            })
    void another_address_is_none_of_an_album(String address) {
        assertThat(Key.spotifyAlbum(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"765432109876, 765432109876", "00765432109876, 765432109876", "'  0765432109876 ', 765432109876"})
    void a_barcode_is_the_same_with_and_without_leading_zeros(String text, String code) {
        assertThat(Key.barcode(text)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "0000000000000", "12345", "123456789012345678", "7654-3210-9876"})
    void what_is_no_barcode_finds_nothing(String text) {
        assertThat(Key.barcode(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Sigur Rós, sigur ros", "'Beatles, The', the beatles", "!!!, !!!", "Ёлка, ёлка"})
    void an_artist_is_found_by_the_name_as_names_are_compared(String name, String value) {
        assertThat(Key.name(name, "a1")).contains(new Key("name", value, "a1"));
    }

    @Test
    void the_longest_names_are_found_by_their_beginning() {
        assertThat(Key.name("\ud83c\udfb5".repeat(150), "a1").orElseThrow().value())
                .isEqualTo("\ud83c\udfb5".repeat(100));
        assertThat(Key.name(" \u200b ", "a1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"xxtf03100001, XXTF03100001", "' XXTF03100001', XXTF03100001"})
    void an_isrc_is_written_in_capitals(String text, String code) {
        assertThat(Key.isrc(text)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "XX-TF0-31-00001", "XXTF0310000", "'); drop"})
    void what_is_no_isrc_finds_nothing(String text) {
        assertThat(Key.isrc(text)).isEmpty();
    }
}
