package dev.producerdiscovery.provider.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstagramHandleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mara.vale_1",
                " @Mara.Vale_1 ",
                "https://www.instagram.com/mara.vale_1/",
                "http://instagram.com/Mara.Vale_1?hl=en",
                "instagram.com/mara.vale_1#top"
            })
    void a_handle_is_read_from_whatever_holds_one(String text) {
        assertThat(InstagramHandle.of(text)).contains("mara.vale_1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "Mara Vale",
                "explore",
                "https://www.instagram.com/p/abcdef/",
                "https://www.instagram.com/reel/abcdef",
                "https://elsewhere.invalid/maravale",
                "name-with-dash",
                "a2345678901234567890123456789012"
            })
    void anything_else_holds_none(String text) {
        assertThat(InstagramHandle.of(text)).isEmpty();
    }
}
