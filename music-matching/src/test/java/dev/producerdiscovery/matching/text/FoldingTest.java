package dev.producerdiscovery.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Ñandú Ørsted            | nandu orsted
                    ＷＩＤＥ Words          | wide words
                    It’s Late‐Night         | it's late-night
                    Ha​rbour     | harbour
                    BRAND® Name™            | brand name
                    """)
    void what_people_read_alike_has_one_key(String written, String plain) {
        assertThat(Folding.key(written)).isEqualTo(Folding.key(plain));
    }

    @ParameterizedTest
    @CsvSource({"й,и", "が,か", "Майя,Маия", "ß,s"})
    void marks_of_other_scripts_and_doubled_letters_are_kept(String one, String other) {
        assertThat(Folding.key(one)).isNotEqualTo(Folding.key(other));
    }

    @ParameterizedTest
    @CsvSource({
        "U.N.D. Crew,UND Crew",
        "J. R. Fennimore,J.R. Fennimore",
        "Rook & Wren,Rook and Wren",
        "Ca$hmoor,Cashmoor",
        "Kr!sp,Krisp",
        "'The Lanterns, The','The The Lanterns'",
        "Lanterns; The,Lanterns The",
    })
    void spellings_of_one_name_share_a_key(String one, String other) {
        assertThat(Folding.key(one)).isEqualTo(Folding.key(other));
    }

    @Test
    void a_full_stop_between_words_separates_them() {
        assertThat(Folding.key("wil.o.mar")).isNotEqualTo(Folding.key("Wilomar"));
        assertThat(Folding.key("12.38")).isNotEqualTo(Folding.key("1238"));
    }

    @Test
    void symbols_alone_keep_themselves() {
        assertThat(Folding.key("?!")).isEqualTo("?!");
        assertThat(Folding.key("™")).isEqualTo("™");
        assertThat(Folding.key(" \u200b ")).isEmpty();
    }

    @Test
    void entities_and_full_width_brackets_are_shown_plainly() {
        assertThat(Folding.tidy("Rook &amp; Wren&#039;s （夜）  Song")).isEqualTo("Rook & Wren's (夜) Song");
    }

    @Property(tries = 500)
    void a_key_is_its_own_key(@ForAll("text") String text) {
        String key = Folding.key(text);
        assertThat(Folding.key(key)).isEqualTo(key);
    }

    @Property(tries = 500)
    void case_does_not_matter(@ForAll("text") String text) {
        assertThat(Folding.key(text.toUpperCase(Locale.ROOT))).isEqualTo(Folding.key(text));
    }

    @Property(tries = 300)
    void marks_on_latin_letters_do_not_matter(@ForAll("latin") String text) {
        String marked = text.replace("a", "á").replace("o", "ö").replace("n", "ñ");
        assertThat(Folding.key(marked)).isEqualTo(Folding.key(text));
    }

    @Property(tries = 300)
    void text_with_a_visible_character_never_has_an_empty_key(@ForAll("text") String text) {
        assertThat(Folding.key(text + "♪")).isNotEmpty();
    }

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('à', 'ÿ')
                .withCharRange('α', 'ω')
                .withCharRange('а', 'я')
                .withCharRange('가', '힣')
                .withChars(" .,'’-–&+$!?()[]\"0159*\u200b\u00a0·™、ß")
                .ofMaxLength(24);
    }

    @Provide
    Arbitrary<String> latin() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars(" ")
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    @Property
    void plain_text_folds_as_any_text_does(@ForAll("plainTexts") String plain) {
        assertThat(PlainText.is(plain)).isTrue();
        assertThat(PlainText.fold(plain)).isEqualTo(Folding.foldAny(plain));
        assertThat(PlainText.tidy(plain)).isEqualTo(Typography.plainOfAny(plain));
    }

    @Property
    void a_key_of_plain_words_is_its_own_key(@ForAll("plainTexts") String plain) {
        String key = Folding.key(plain);

        assertThat(Folding.key(key)).isEqualTo(key);
    }

    @Provide
    Arbitrary<String> plainTexts() {
        return Arbitraries.strings().withCharRange(' ', '~').excludeChars('&').ofMaxLength(40);
    }
}
