package dev.producerdiscovery.identification.title;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.identification.Songs;
import dev.producerdiscovery.identification.evidence.Answer;
import org.junit.jupiter.api.Test;

class TitleSourceTest {

    private final TitleSource source = new TitleSource();

    @Test
    void a_producer_named_in_the_title_is_weak_evidence() {
        assertThat(source.ask(Songs.song("Harbour Lights (prod. Ada Krol)")))
                .hasValueSatisfying(
                        answer -> assertThat(answer.producingStrength()).isBetween(0.5, 0.79));
    }

    @Test
    void a_remixer_is_credited_with_the_remix_only() {
        Answer answer =
                source.ask(Songs.song("Harbour Lights - Lev Marsh Remix")).orElseThrow();

        assertThat(answer.producingStrength()).isZero();
        assertThat(((Answer.Credited) answer).credits())
                .singleElement()
                .satisfies(credit -> assertThat(
                                credit.personName() + " " + credit.role().label())
                        .isEqualTo("Lev Marsh remixer"));
    }

    @Test
    void a_plain_title_says_nothing() {
        assertThat(source.ask(Songs.song("Harbour Lights"))).isEmpty();
    }
}
