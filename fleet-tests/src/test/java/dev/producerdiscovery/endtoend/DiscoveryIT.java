package dev.producerdiscovery.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.descriptor.MusicCatalogue;
import dev.producerdiscovery.descriptor.Providers;
import dev.producerdiscovery.descriptor.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(CleanSlate.class)
class DiscoveryIT {

    private final RunningFleet fleet = RunningFleet.get();

    @Test
    void an_artists_producers_are_found_and_nobody_else_is() {
        String artist = fleet.simulator().example();

        JsonNode run = fleet.discovery().awaitEnd(fleet.discovery().start(artist));

        assertThat(run.path("state").asString()).isEqualTo("complete");
        CreditScore score = CreditScore.of(fleet.simulator().truth(artist), fleet.database());
        assertThat(score.recall()).as("recall: %s", score).isGreaterThanOrEqualTo(0.9);
        assertThat(score.precision()).as("precision: %s", score).isGreaterThanOrEqualTo(0.97);
        assertThat(fleet.deadLetters()).isZero();
    }

    @Test
    void no_endpoint_that_refused_is_asked_again_in_development_mode() {
        restartWithoutFacts();
        try {
            Http.post(fleet.addresses().simulator() + "/_faults", Map.of("developmentMode", true));

            JsonNode run = fleet.discovery()
                    .awaitEnd(fleet.discovery().start(fleet.simulator().example()));

            assertThat(run.path("state").asString()).isEqualTo("complete");
            assertThat(fleet.simulator().stats().path("refused_and_asked_again").size())
                    .isZero();
        } finally {
            fleet.simulator().reset();
            // They would see only after some seconds that the mode has changed, in the middle of another test.
            restartWithoutFacts();
        }
    }

    private void restartWithoutFacts() {
        for (Stage stage : Stage.values()) {
            if (stage.providers().contains(Providers.of(MusicCatalogue.SPOTIFY))) {
                fleet.kill(stage.module());
            }
        }
        fleet.database().sql("delete from provider_facts").update();
        fleet.up();
    }

    @Test
    void a_second_run_changes_no_credit() {
        String artist = fleet.simulator().example();
        fleet.discovery().awaitEnd(fleet.discovery().start(artist));
        List<String> first = fleet.credits();

        fleet.discovery().awaitEnd(fleet.discovery().start(artist));

        assertThat(fleet.credits()).isEqualTo(first);
    }

    @Test
    void an_unknown_artist_ends_as_not_found() {
        JsonNode run = fleet.discovery().awaitEnd(fleet.discovery().start("Qqzz Vvxkk Nobody"));

        assertThat(run.path("state").asString()).isEqualTo("not_found");
    }

    @Test
    void two_equally_famous_artists_of_one_name_are_left_for_a_person_to_choose_from() {
        String name = fleet.simulator().artists().path(1).path("name").asString();

        JsonNode run = fleet.discovery().awaitEnd(fleet.discovery().start(name));

        assertThat(run.path("state").asString()).isEqualTo("ambiguous");
        assertThat(run.path("candidates").size()).isGreaterThanOrEqualTo(2);
        run.path("candidates")
                .forEach(
                        candidate -> assertThat(candidate.path("id").asString()).isNotBlank());
    }

    @Test
    void the_sql_console_starts_a_run_too() {
        String artist = fleet.simulator().example();

        fleet.database()
                .sql("select start_artist_discovery(:artist)")
                .param("artist", artist)
                .query(Long.class)
                .single();

        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(fleet.database()
                                .sql("select discovery_run_progress(correlation_id) ->> 'state' from discovery_runs")
                                .query(String.class)
                                .list())
                        .containsExactly("complete"));
    }

    @Test
    void requests_that_make_no_sense_are_refused_with_the_field_named() {
        String url = fleet.addresses().artistDiscovery() + "/discover";

        for (String body : Set.of(
                "{}",
                "{\"artistName\": \"  \"}",
                "{\"artistName\": 7}",
                "{\"artistName\": \"" + "x".repeat(10_000) + "\"}",
                "{\"artistName\": ")) {
            Http.Answer answer = Http.postText(url, body);
            String shown = body.substring(0, Math.min(40, body.length()));
            assertThat(answer.status()).as(shown).isEqualTo(400);
            assertThat(answer.contentType()).as(shown).startsWith("application/problem+json");
            assertThat(answer.body().path("detail").asString()).as(shown).isNotBlank();
        }
    }
}
