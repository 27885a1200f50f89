package dev.producerdiscovery.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whom a search finds, in which order, and what it refuses to look for. */
class CatalogSearchTest extends RunningCatalog {

    @ParameterizedTest
    @CsvSource({
        "Nils Ørsted, Nils Ørsted",
        "orsted, Nils Ørsted",
        "nils orstad, Nils Ørsted",
        "monty, Beatmonger",
        "BEATMNGER, Beatmonger",
        "n. orsted, Nils Ørsted",
    })
    void a_producer_is_found_by_name_and_alias_misspelt_or_not(String term, String name) {
        assertThat(http.get().uri("/producers").param("q", term).exchange())
                .bodyJson()
                .extractingPath("$.items[0].name")
                .isEqualTo(name);
    }

    @Test
    void who_produced_a_song_means_the_roles_that_produce_unless_others_are_asked_for() {
        assertThat(get("/producers"))
                .bodyJson()
                .extractingPath("$.items[*].name")
                .asArray()
                .doesNotContain("Ada Quill");
        assertThat(get("/producers?role=writer"))
                .bodyJson()
                .extractingPath("$.items[*].name")
                .asArray()
                .containsExactly("Ada Quill");
        assertThat(get("/producers?role=any"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(4);
    }

    @Test
    void releases_of_one_recording_count_as_one_song_and_a_merged_producer_as_the_one_it_became() {
        MvcTestResult found = get("/producers?q=orsted");
        assertThat(found).bodyJson().extractingPath("$.total").isEqualTo(1);
        assertThat(found).bodyJson().extractingPath("$.items[0].songs").isEqualTo(2);
        assertThat(found).bodyJson().extractingPath("$.items[0].tracks").isEqualTo(3);
        assertThat(get("/producers/" + CatalogFixture.MERGED))
                .bodyJson()
                .extractingPath("$.id")
                .isEqualTo(CatalogFixture.ORSTED.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "contact=true, Beatmonger",
        "verification=several sources, Nils Ørsted",
        "source=musicbrainz, Nils Ørsted",
        "artist=00000000-0000-0000-0000-0000000000a1, Nils Ørsted",
        "sort=confidence, Nils Ørsted",
        "sort=popularity, Nils Ørsted",
    })
    void a_search_is_narrowed_and_ordered(String parameter, String first) {
        String[] pair = parameter.split("=", 2);
        assertThat(http.get().uri("/producers").param(pair[0], pair[1]).exchange())
                .bodyJson()
                .extractingPath("$.items[0].name")
                .isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "/producers?role=king, role",
        "/producers?sort=luck, sort",
        "/producers?verification=maybe, verification",
        "/producers?page=0, page",
        "/producers?size=501, size",
        "/producers?artist=x, artist",
        "/producers?contact=perhaps, contact",
        "/credits/export.csv, producer",
        "/tracks, q",
    })
    void a_refused_parameter_is_named(String uri, String field) {
        assertThat(get(uri)).hasStatus(400).bodyJson().extractingPath("$.field").isEqualTo(field);
    }

    @Test
    void a_term_that_is_too_long_is_refused_and_one_that_is_a_pattern_is_taken_literally() {
        assertThat(http.get().uri("/producers").param("q", "x".repeat(10_000)).exchange())
                .hasStatus(400);
        assertThat(http.get().uri("/producers").param("q", "%").exchange())
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
    }

    @Test
    void a_long_answer_comes_in_pages() {
        MvcTestResult second = get("/producers?role=any&sort=name&size=2&page=2");
        assertThat(second).bodyJson().extractingPath("$.total").isEqualTo(4);
        assertThat(second).bodyJson().extractingPath("$.items.length()").isEqualTo(2);
    }
}
