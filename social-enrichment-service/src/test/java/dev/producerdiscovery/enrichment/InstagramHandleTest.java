package dev.producerdiscovery.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstagramHandleTest {

    @ParameterizedTest
    @CsvSource({
        "orla.venn,orla.venn",
        "@Orla_Venn,orla_venn",
        " orlavenn ,orlavenn",
        "https://www.instagram.com/Orla.Venn/?hl=en,orla.venn",
        "instagram.com/orlavenn,orlavenn",
    })
    void what_people_type_becomes_the_handle(String typed, String handle) {
        assertThat(InstagramHandle.of(typed)).contains(handle);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "p",
                "explore",
                "orla venn",
                "orla-venn",
                ".orla",
                "orla.",
                "orla..venn",
                "órla",
                "n/a",
                "https://www.instagram.com/p/Bx12/",
                "https://www.instagram.com/",
                "a234567890123456789012345678901"
            })
    void what_cannot_be_a_handle_is_none(String typed) {
        assertThat(InstagramHandle.of(typed)).isEmpty();
    }
}
