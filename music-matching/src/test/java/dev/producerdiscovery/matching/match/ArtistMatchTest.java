package dev.producerdiscovery.matching.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtistMatchTest {

    @Test
    void an_equal_name_wins_over_a_similar_one_that_ranks_first() {
        assertMatch("Orla Venn", List.of("Orla Vennn", "ÓRLA VENN"), "ÓRLA VENN");
    }

    @Test
    void an_imitator_is_taken_only_when_asked_for() {
        assertThat(ArtistMatch.choose("Orla Venn Band", List.of("Orla Venn Tribute Band")))
                .isInstanceOf(Choice.None.class);
        assertMatch("Orla Venn Tribute Band", List.of("Orla Venn Tribute Band"), "Orla Venn Tribute Band");
    }

    @Test
    void a_missing_article_is_forgiven() {
        assertMatch("Lamp Choir Boys", List.of("The Lamp Keys", "The Lamp Choir Boys"), "The Lamp Choir Boys");
    }

    @Test
    void namesakes_are_ambiguous_unless_one_is_clearly_better_known() {
        ArtistCandidate star = new ArtistCandidate("Moss", List.of(), 500_000, 70);
        ArtistCandidate local = new ArtistCandidate("Moss", List.of(), 900, 3);
        ArtistCandidate rival = new ArtistCandidate("Moss", List.of(), 300_000, 66);
        ArtistCandidate unknown = ArtistCandidate.of("Moss");

        assertThat(choose("Moss", local, star))
                .isInstanceOfSatisfying(
                        Choice.Match.class,
                        match -> assertThat(match.candidate()).isEqualTo(star));
        assertThat(choose("Moss", star, rival, local)).isInstanceOf(Choice.Ambiguous.class);
        assertThat(choose("Moss", star, unknown)).isInstanceOf(Choice.Ambiguous.class);
    }

    @Test
    void an_alias_leads_to_the_artist() {
        ArtistCandidate renamed = new ArtistCandidate("Venn Collective", List.of("Orla Venn"), null, null);
        assertThat(choose("Orla Venn", renamed)).isInstanceOf(Choice.Match.class);
    }

    @Test
    void short_names_forgive_nothing() {
        assertThat(ArtistMatch.choose("Nola", List.of("Nila", "Nolan"))).isInstanceOf(Choice.None.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Various Artists", "various artists", " ", "Unknown Artist"})
    void placeholders_are_refused(String name) {
        assertThat(ArtistMatch.refuses(name)).isTrue();
        assertThat(ArtistMatch.choose(name, List.of("Various Artists"))).isInstanceOf(Choice.None.class);
    }

    private static Choice<ArtistCandidate> choose(String asked, ArtistCandidate... candidates) {
        return ArtistMatch.choose(asked, List.of(candidates), Function.identity());
    }

    private static void assertMatch(String asked, List<String> candidates, String winner) {
        assertThat(ArtistMatch.choose(asked, candidates))
                .isInstanceOfSatisfying(
                        Choice.Match.class,
                        match -> assertThat(match.candidate()).isEqualTo(winner));
    }
}
