package dev.producerdiscovery.matching.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SimilarityTest {

    @Test
    void equal_keys_are_one_and_nothing_shared_is_near_zero() {
        assertThat(Similarity.of("Órla Venn", "ORLA VENN")).isEqualTo(1);
        assertThat(Similarity.of("Orla Venn", "Tubik")).isLessThan(0.2);
    }

    @Test
    void articles_and_brackets_weigh_less_than_other_words() {
        assertThat(Similarity.of("Lamp Choir", "The Lamp Choir"))
                .isGreaterThan(Similarity.of("Lamp Choir", "Big Lamp Choir"));
        assertThat(Similarity.of("One", "One (Two)")).isGreaterThan(Similarity.of("One", "One Two"));
    }

    @Test
    void a_shared_beginning_is_not_enough() {
        assertThat(Similarity.of("Yesternight", "Yesternight Once Again")).isLessThan(0.8);
    }

    @Test
    void a_slip_of_the_pen_stays_close() {
        assertThat(Similarity.of("Fennimore Quill", "Fenimore Quill")).isGreaterThan(0.9);
        assertThat(Similarity.of("Hit-Wren", "Hitwren")).isGreaterThan(0.9);
    }

    @Property(tries = 300)
    void it_is_symmetric_and_between_zero_and_one(
            @ForAll @AlphaChars @StringLength(max = 12) String a,
            @ForAll @AlphaChars @StringLength(max = 12) String b) {
        double similarity = Similarity.of(a, b);
        assertThat(similarity).isBetween(0.0, 1.0).isEqualTo(Similarity.of(b, a));
        assertThat(Similarity.of(a, a)).isEqualTo(1);
    }

    @Test
    void exchanged_neighbours_are_one_edit() {
        assertThat(Edits.between("form", "from")).isEqualTo(1);
        assertThat(Edits.between("", "abc")).isEqualTo(3);
        assertThat(Edits.between("夜明け", "夜明")).isEqualTo(1);
    }
}
