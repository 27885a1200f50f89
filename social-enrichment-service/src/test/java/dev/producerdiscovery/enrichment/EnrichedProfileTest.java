package dev.producerdiscovery.enrichment;

import static dev.producerdiscovery.enrichment.Pages.relation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.testing.Handled;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is stored of a person, by what the sources say and link to. */
class EnrichedProfileTest extends EnrichmentStage {

    @Test
    void what_the_sources_link_to_the_person_is_stored_as_the_profile() {
        UUID orla = producer("Orla Venn", "orla venn");
        identity(orla, "musicbrainz", MBID);
        identity(orla, "genius", Long.toString(GENIUS));
        pages.musicBrainz(
                MBID,
                "Orla Venn",
                List.of("Orla Maire Venn"),
                relation("social network", "https://www.instagram.com/Orla.Venn/"),
                relation("social network", "https://www.instagram.com/orla_old/", true),
                relation("official homepage", "https://orlavenn.example/"),
                relation("discogs", "https://www.discogs.com/artist/9001"),
                relation("interview", "https://www.youtube.com/watch?v=1"));
        pages.genius(GENIUS, "Orla Venn", List.of("Barnvenn"), """
                "instagram_name": "orla.venn", "twitter_name": "orlavenn", "facebook_name": null,
                "image_url": "https://images.example/orla.png", "description": {"plain": "Makes records in a barn."}""");

        Handled handled = enrich(orla);

        assertThat(handled.ending()).isEqualTo(Ending.DONE);
        assertThat(handled.sent()).isEmpty();
        Map<String, @Nullable Object> row = row(orla);
        assertThat(row)
                .containsEntry("instagram_handle", "orla.venn")
                .containsEntry("image_url", "https://images.example/orla.png")
                .containsEntry("bio", "Makes records in a barn.")
                .containsEntry("enrichment_failed", false)
                .containsEntry("email", null);
        assertThat(row.get("enriched_at")).isNotNull();
        assertThat(sites(orla)).containsExactlyInAnyOrder("instagram", "homepage", "discogs", "x", "genius");
        assertThat(aliases(orla)).containsExactlyInAnyOrder("Orla Maire Venn", "Barnvenn");
        assertThat(identities(orla))
                .containsExactlyInAnyOrder("musicbrainz " + MBID, "genius " + GENIUS, "discogs 9001");
        assertThat(state(orla)).isEqualTo("COMPLETED");
    }

    @Test
    void an_answer_leads_to_the_next_source_and_a_linked_handle_to_the_persons_own_words() {
        UUID orla = producer("Orla Venn", "orla venn");
        identity(orla, "musicbrainz", MBID);
        pages.musicBrainz(MBID, "Orla Venn", List.of(), relation("discogs", "https://www.discogs.com/artist/9001"));
        pages.discogs(9001, "Orla Venn (3)", "https://www.instagram.com/orla.venn/");
        pages.instagram("orla.venn", "Producer. Inquiries: mgmt@venn.example");

        enrich(orla);

        assertThat(row(orla))
                .containsEntry("instagram_handle", "orla.venn")
                .containsEntry("instagram_bio", "Producer. Inquiries: mgmt@venn.example")
                .containsEntry("email", "mgmt@venn.example");
        assertThat(aliases(orla)).isEmpty();
        assertThat(pages.asked()).hasSize(3);
    }

    @Test
    void a_stand_in_for_a_picture_and_a_handle_that_cannot_be_one_are_not_stored() {
        UUID orla = producer("Orla Venn", "orla venn");
        identity(orla, "genius", Long.toString(GENIUS));
        pages.genius(
                GENIUS,
                "Orla Venn",
                List.of(),
                "\"instagram_name\": \"see my page!\", \"image_url\": \"https://assets.example/default_avatar_300.png\"");

        enrich(orla);

        assertThat(row(orla)).containsEntry("instagram_handle", null).containsEntry("image_url", null);
    }

    @Test
    void nobody_is_asked_about_a_mere_name_and_that_is_stored() {
        UUID orla = producer("Orla Venn", "orla venn");

        enrich(orla);

        assertThat(pages.asked()).isEmpty();
        assertThat(row(orla).get("enriched_at")).isNotNull();
        assertThat(answers(orla)).isEqualTo("[]");
    }

    @Test
    void asked_and_nothing_found_is_stored() {
        UUID orla = producer("Orla Venn", "orla venn");
        identity(orla, "musicbrainz", MBID);

        enrich(orla);

        assertThat(row(orla)).containsEntry("enrichment_failed", false);
        assertThat(answers(orla)).contains("\"found\": false").contains(MBID);
    }

    @Test
    void a_later_search_that_finds_less_takes_nothing_away() {
        UUID orla = producer("Orla Venn", "orla venn");
        identity(orla, "genius", Long.toString(GENIUS));
        pages.genius(GENIUS, "Orla Venn", List.of(), "\"instagram_name\": \"orla.venn\"");
        enrich(orla);
        pages.reset();

        enrich(orla);

        assertThat(row(orla)).containsEntry("instagram_handle", "orla.venn");
        assertThat(sites(orla)).contains("instagram");
    }
}
