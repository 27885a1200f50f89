package dev.producerdiscovery.enrichment;

import static dev.producerdiscovery.enrichment.Pages.relation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.worker.testing.Handled;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rows that turn out to be one person, and those that do not. */
class EnrichedPeopleTest extends EnrichmentStage {

    @Test
    void an_id_shows_that_two_rows_are_one_person() {
        UUID orla = producer("Orla Venn", "orla venn");
        UUID barn = producer("The Barn Sound", "the barn sound");
        identity(orla, "musicbrainz", MBID);
        identity(barn, "discogs", "9001");
        pages.musicBrainz(MBID, "Orla Venn", List.of(), relation("discogs", "https://www.discogs.com/artist/9001"));

        enrich(orla);

        assertThat(root(barn)).isEqualTo(root(orla));
        assertThat(row(root(barn)).get("enriched_at")).isNotNull();
    }

    @Test
    void equal_names_of_people_with_different_ids_merge_nobody() {
        UUID orla = producer("Orla Venn", "orla venn");
        UUID namesake = producer("Barn Owl", "barn owl");
        identity(orla, "musicbrainz", MBID);
        identity(namesake, "musicbrainz", "5a1c3a44-0000-4000-8000-00000000a002");
        pages.musicBrainz(MBID, "Orla Venn", List.of("Barn Owl"));

        enrich(orla);

        assertThat(root(namesake)).isEqualTo(namesake);
        assertThat(root(orla)).isEqualTo(orla);
    }

    @Test
    void a_message_for_a_merged_row_enriches_the_person() {
        UUID orla = producer("Orla Venn", "orla venn");
        UUID merged = producer("Orla V.", "orla v");
        identity(merged, "genius", Long.toString(GENIUS));
        jdbc.sql("update producers set merged_into = :root where id = :id")
                .param("root", orla)
                .param("id", merged)
                .update();
        pages.genius(GENIUS, "Orla Venn", List.of(), "\"instagram_name\": \"orla.venn\"");

        enrich(merged);

        assertThat(row(orla)).containsEntry("instagram_handle", "orla.venn");
        assertThat(List.of(state(orla), state(merged))).containsOnly("COMPLETED");
    }

    @Test
    void a_person_who_turns_out_to_be_known_elsewhere_too_is_looked_for_again_with_all_ids() {
        UUID orla = producer("Orla Venn", "orla venn");
        UUID barn = producer("The Barn Sound", "the barn sound");
        identity(orla, "musicbrainz", MBID);
        identity(barn, "discogs", "9001");
        identity(barn, "genius", Long.toString(GENIUS));
        pages.musicBrainz(MBID, "Orla Venn", List.of(), relation("discogs", "https://www.discogs.com/artist/9001"));
        pages.genius(GENIUS, "The Barn Sound", List.of(), "\"instagram_name\": \"orla.venn\"");

        Handled first = enrich(orla);
        Handled again = runner.run(worker, first.sent().getFirst().body().toString());

        assertThat(again.sent()).isEmpty();
        assertThat(row(root(orla))).containsEntry("instagram_handle", "orla.venn");
    }
}
