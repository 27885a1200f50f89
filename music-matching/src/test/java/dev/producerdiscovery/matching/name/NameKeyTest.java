package dev.producerdiscovery.matching.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Orla Venn (Producer)", "Orla Venn (2)", "Orla Venn (FRA)", "Orla Venn (UK) (3)", "ÓRLA  Venn"})
    void what_a_source_appends_is_not_part_of_the_name(String written) {
        assertThat(NameKey.of(written)).isEqualTo("orla venn");
    }

    @ParameterizedTest
    @CsvSource({"Orla Venn (techno),Orla Venn", "O. Venn,Orla Venn", "The Orla Venn,Orla Venn", "東,西", "Ян,Ин"})
    void another_name_has_another_key(String one, String other) {
        assertThat(NameKey.of(one)).isNotEqualTo(NameKey.of(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200b", "\ufeff \u00ad"})
    void a_name_nobody_can_see_is_refused(String blank) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NameKey.of(blank))
                .withMessageContaining("no visible character");
    }

    @Test
    void a_name_that_is_only_a_suffix_keeps_it() {
        assertThat(NameKey.of("(2)")).isEqualTo("2");
    }

    @Property(tries = 300)
    void the_key_of_a_key_is_the_key(@ForAll @NotBlank @StringLength(max = 40) String name) {
        String visible = "x" + name;
        String key = NameKey.of(visible);
        assertThat(key).isNotEmpty();
        assertThat(NameKey.of(key)).isEqualTo(key);
    }

    @Test
    void nicknames_and_aliases_stated_in_a_name_are_found() {
        PersonName name = PersonName.parse("Tobin “Latch” Quill (Producer)");

        assertThat(name.display()).isEqualTo("Tobin \"Latch\" Quill");
        assertThat(name.aliases()).containsExactly("Tobin Quill");
        assertThat(name.nicknames()).containsExactly("Latch");
        assertThat(PersonName.parse("Tobin Quill a.k.a. Latch").aliases()).containsExactly("Tobin Quill", "Latch");
        assertThat(PersonName.parse("Hoshino (星野)").aliases()).containsExactly("Hoshino", "星野");
        assertThat(PersonName.parse("Tobin Quill").aliases()).isEmpty();
    }

    @Test
    void studios_and_companies_are_told_from_people() {
        assertThat(Organisations.isPlace("Greywater Studios (Marle, OH)")).isTrue();
        assertThat(Organisations.isCompany("Tall Fern Records")).isTrue();
        assertThat(Organisations.isCompany("Orla Venn")).isFalse();
        assertThat(Organisations.isPlace("Studio")).isFalse();
    }
}
