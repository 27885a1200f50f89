package dev.producerdiscovery.enrichment;

import static dev.producerdiscovery.enrichment.Pages.relation;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.testing.Handled;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sources that cannot be asked, and messages about nobody. */
class EnrichmentTroubleTest extends EnrichmentStage {

    @Test
    void a_parked_source_delays_the_message_without_an_attempt() {
        UUID orla = producer("Orla Venn", "orla venn");
        identity(orla, "genius", Long.toString(GENIUS));
        pages.geniusAnswers(GENIUS, WireMock.aResponse().withStatus(429).withHeader("Retry-After", "60"));

        Handled handled = enrich(orla);

        assertThat(handled.ending()).isEqualTo(Ending.THROTTLED);
        assertThat(handled.reason()).contains("genius");
        assertThat(row(orla).get("enriched_at")).isNull();
    }

    @Test
    void a_source_that_refuses_is_left_out_and_asked_again_some_day() {
        UUID orla = producer("Orla Venn", "orla venn");
        identity(orla, "musicbrainz", MBID);
        identity(orla, "genius", Long.toString(GENIUS));
        pages.musicBrainz(
                MBID, "Orla Venn", List.of(), relation("social network", "https://www.instagram.com/orla.venn"));
        pages.geniusAnswers(GENIUS, WireMock.jsonResponse("{\"meta\": {\"status\": 400, \"message\": \"no\"}}", 400));

        enrich(orla);

        assertThat(row(orla)).containsEntry("instagram_handle", "orla.venn").containsEntry("enrichment_failed", true);
        assertThat(state(orla)).isEqualTo("FAILED");
    }

    @Test
    void an_unknown_producer_is_a_dead_letter_with_the_reason() {
        UUID nobody = UUID.fromString("00000000-0000-4000-8000-000000000001");

        Handled handled = enrich(nobody);

        assertThat(handled.ending()).isEqualTo(Ending.DEAD);
        assertThat(handled.reason()).contains(nobody.toString());
    }

    @Test
    void a_message_without_the_producer_is_a_dead_letter_that_names_the_field() {
        Handled handled = runner.run(worker, "{\"producerName\": \"Orla Venn\"}");

        assertThat(handled.ending()).isEqualTo(Ending.DEAD);
        assertThat(handled.reason()).contains("producerId");
    }
}
