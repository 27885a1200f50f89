package dev.producerdiscovery.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.migrations.PipelineRole;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The search functions as somebody at an SQL console sees them who may only read. */
class SearchFunctionsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JdbcClient reader = JdbcClient.create(DATABASE.as(PipelineRole.READER));

    @BeforeAll
    static void write() {
        CatalogFixture.write(DATABASE.owner());
    }

    @Test
    void the_best_match_comes_first_with_what_was_produced() {
        assertThat(reader.sql("select name, track_count, artist_count from search_producers('orsted')")
                        .query()
                        .singleRow())
                .containsEntry("name", "Nils Ørsted")
                .containsEntry("track_count", 3L)
                .containsEntry("artist_count", 1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; drop table producers; --", "%", "\\", "((", "no such person at all"})
    void a_hostile_or_unknown_term_finds_nobody(String term) {
        assertThat(reader.sql("select name from search_producers(:term)")
                        .param("term", term)
                        .query()
                        .listOfRows())
                .isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void a_blank_term_is_refused_by_name(@Nullable String term) {
        assertThatThrownBy(() -> reader.sql("select name from search_producers(cast(:term as text))")
                        .param("term", term)
                        .query()
                        .listOfRows())
                .hasMessageContaining("search_term must not be blank");
    }

    @Test
    void collaborations_are_counted_for_the_person_whichever_row_is_named() {
        for (UUID id : new UUID[] {CatalogFixture.ORSTED, CatalogFixture.MERGED}) {
            assertThat(reader.sql("select artist_name, track_count from get_producer_collaborations(:id)")
                            .param("id", id)
                            .query()
                            .singleRow())
                    .containsEntry("artist_name", "Luma Vale")
                    .containsEntry("track_count", 3L);
        }
    }

    @Test
    void an_unknown_producer_is_refused_by_name() {
        assertThatThrownBy(() -> reader.sql("select * from get_producer_collaborations(gen_random_uuid())")
                        .query()
                        .listOfRows())
                .hasMessageContaining("producer_id names no producer");
    }

    @Test
    void popularity_has_a_row_for_each_person_and_counts_only_what_was_produced() {
        assertThat(reader.sql("select track_count from producer_popularity where producer_name = 'Ada Quill'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(reader.sql("select count(*) from producer_popularity")
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
        assertThat(reader.sql("select avg_track_popularity from producer_popularity where producer_id = :id")
                        .param("id", CatalogFixture.ORSTED)
                        .query(Double.class)
                        .single())
                .isEqualTo(56.7);
    }

    @Test
    void a_reader_reads_through_functions_and_views_only() {
        assertThatThrownBy(() -> reader.sql("select * from producers").query().listOfRows())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
