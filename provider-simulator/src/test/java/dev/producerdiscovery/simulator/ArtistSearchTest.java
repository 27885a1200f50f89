package dev.producerdiscovery.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.simulator.catalogue.Act;
import dev.producerdiscovery.simulator.catalogue.Contributor;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ArtistSearchTest extends SimulatorTest {

    @Test
    void whoever_has_the_very_name_comes_first() {
        List<JsonNode> found = search(example().name());

        assertThat(found.getFirst().path("id").asString())
                .isEqualTo(example().who().ids().mbid());
        assertThat(found.getFirst().path("score").asInt()).isEqualTo(100);
        assertThat(found).as("tribute acts are there, too").hasSizeGreaterThan(1);
        assertThat(found.get(1).path("score").asInt()).isLessThan(90);
    }

    @Test
    void several_bearers_of_a_name_are_told_apart() {
        Act namesake = catalogue.acts().stream()
                .filter(act -> act.kind() == Act.Kind.NAMESAKE)
                .findFirst()
                .orElseThrow();

        List<JsonNode> bearers = search(namesake.name()).stream()
                .filter(row -> row.path("score").asInt() == 100)
                .toList();

        assertThat(bearers).hasSize(2);
        assertThat(bearers.stream().map(row -> row.path("disambiguation").asString("")))
                .containsExactlyInAnyOrder("", "another act");
    }

    @Test
    void an_alias_leads_to_its_bearer() {
        Contributor known = catalogue.contributors().stream()
                .filter(who ->
                        who.ids().mbid() != null && !who.names().aliases().isEmpty())
                .findFirst()
                .orElseThrow();

        assertThat(search(known.names().aliases().getFirst()))
                .extracting(row -> row.path("id").asString())
                .contains(Objects.requireNonNull(known.ids().mbid()));
    }

    @Test
    void what_is_empty_is_left_out() {
        assertThat(search(example().name()))
                .allSatisfy(row -> assertThat(row.propertyNames()).doesNotContain("relations"))
                .allSatisfy(row -> assertThat(row.path("country").isNull()).isFalse())
                .anySatisfy(row -> assertThat(row.propertyNames()).doesNotContain("aliases"));
    }

    @Test
    void escaped_words_are_words() {
        assertThat(search(example().name().replace(" ", "\\! \\+"))
                        .getFirst()
                        .path("id")
                        .asString())
                .isEqualTo(example().who().ids().mbid());
    }

    private List<JsonNode> search(String name) {
        return caller.musicBrainz("/artist?query=" + encoded(name))
                .json()
                .path("artists")
                .valueStream()
                .toList();
    }
}
