package dev.producerdiscovery.simulator.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextIndexTest {

    private static final TextIndex<String> INDEX = new TextIndex<>(
            List.of(
                    "Marla Tevenquist",
                    "Marla Tevenquist Tribute Band",
                    "Søren Halvik",
                    "Зарина Тволин",
                    "The Paper Kites"),
            name -> name,
            name -> name.contains("Tribute") ? 2 : 1);

    @Test
    void case_and_accents_do_not_matter() {
        assertThat(INDEX.find("soren HALVIK")).containsExactly("Søren Halvik");
    }

    @Test
    void a_slip_of_the_finger_is_forgiven() {
        assertThat(INDEX.find("marla tevenqist")).contains("Marla Tevenquist");
    }

    @Test
    void other_scripts_are_words_too() {
        assertThat(INDEX.find("зарина тволин")).containsExactly("Зарина Тволин");
    }

    @Test
    void what_is_more_prominent_comes_first_though_it_matches_no_better() {
        assertThat(INDEX.find("Marla Tevenquist")).startsWith("Marla Tevenquist Tribute Band");
    }

    @Test
    void what_shares_too_few_words_is_not_found() {
        assertThat(INDEX.find("paper boats of nowhere")).isEmpty();
    }
}
