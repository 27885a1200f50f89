package dev.producerdiscovery.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.producerdiscovery.simulator.Caller.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

class FaultsTest extends SimulatorTest {

    private static final String SEARCH = "/search?q=vesper";

    @Test
    void a_provider_that_is_down_closes_the_connection_and_the_others_go_on() {
        fault("genius", "\"fault\": \"DOWN\"");

        assertThatThrownBy(() -> caller.genius(SEARCH)).isInstanceOf(UncheckedIOException.class);
        assertThat(caller.spotify("/artists/" + example().spotifyId()).status()).isEqualTo(200);
        assertThat(caller.get("/_stats")
                        .json()
                        .at("/calls/genius/search/closed")
                        .asInt())
                .isPositive();
    }

    @Test
    void a_fault_ends_when_it_is_taken_back() {
        fault("genius", "\"fault\": \"ERROR\", \"status\": 500");
        assertThat(caller.genius(SEARCH).status()).isEqualTo(500);

        fault("genius", "\"fault\": \"NONE\"");
        assertThat(caller.genius(SEARCH).status()).isEqualTo(200);
    }

    @Test
    void a_web_page_comes_instead_of_json() {
        fault("spotify", "\"fault\": \"HTML\"");

        Answer answer = caller.spotify("/artists/" + example().spotifyId());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    }

    @Test
    void throttling_states_what_is_left_of_the_wait_and_notes_who_does_not_wait() {
        fault("spotify", "\"fault\": \"THROTTLED\", \"retryAfterSeconds\": 60");
        clock.pass(Duration.ofSeconds(10));
        Answer first = caller.spotify("/artists/" + example().spotifyId());
        clock.pass(Duration.ofSeconds(10));
        Answer second = caller.spotify("/artists/" + example().spotifyId());

        assertThat(first.status()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).contains("50");
        assertThat(second.headers().firstValue("Retry-After")).contains("40");
        assertThat(caller.get("/_stats").json().at("/early_calls/spotify").asInt())
                .isEqualTo(1);

        clock.pass(Duration.ofSeconds(40));
        assertThat(caller.spotify("/artists/" + example().spotifyId()).status()).isEqualTo(200);
    }

    @Test
    void too_many_calls_are_answered_in_each_providers_own_way() {
        fault("*", "\"rateCalls\": 1, \"rateSeconds\": 30");

        caller.musicBrainz("/artist?query=vesper");
        Answer musicBrainz = caller.musicBrainz("/artist?query=vesper");
        caller.genius(SEARCH);
        Answer genius = caller.genius(SEARCH);

        assertThat(musicBrainz.status()).isEqualTo(503);
        assertThat(musicBrainz.text()).contains("exceeding the allowable rate limit");
        assertThat(genius.status()).isEqualTo(429);
        clock.pass(Duration.ofSeconds(30));
        assertThat(caller.genius(SEARCH).status()).isEqualTo(200);
    }

    @Test
    void a_spent_quota_names_its_reason_and_holds_for_one_endpoint() {
        fault("spotify", "\"quota\": 2, \"quotaBanSeconds\": 49861");
        String artist = "/artists/" + example().spotifyId();
        caller.spotify(artist);
        caller.spotify(artist);

        Answer spent = caller.spotify(artist);

        assertThat(spent.status()).isEqualTo(429);
        assertThat(spent.json().at("/error/reason").asString()).isEqualTo("QUOTA_EXCEEDED");
        assertThat(spent.headers().firstValue("Retry-After")).contains("49861");
        assertThat(caller.spotify(artist + "/albums").status()).isEqualTo(200);
    }

    @Test
    void a_malformed_answer_breaks_off_in_the_middle_or_lacks_something() {
        JsonNode whole = caller.genius(SEARCH).json();
        fault("genius", "\"malformedShare\": 1");

        List<Answer> answers =
                Stream.generate(() -> caller.genius(SEARCH)).limit(20).toList();

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.text()).startsWith("{\"meta\"").isNotEqualTo(whole.toString()));
        assertThat(answers.stream().filter(FaultsTest::breaksOff).count()).isBetween(1L, 19L);
        assertThat(caller.get("/_stats")
                        .json()
                        .path("calls")
                        .path("genius")
                        .path("search")
                        .path("200-spoilt")
                        .asInt())
                .isEqualTo(20);
    }

    @Test
    void a_hanging_provider_takes_its_time_and_never_answers() {
        fault("genius", "\"fault\": \"HANG\"");

        assertThatThrownBy(() -> caller.genius(SEARCH)).isInstanceOf(UncheckedIOException.class);
        assertThat(pauses.made()).contains(Duration.ofMinutes(10));
    }

    @Test
    void latency_comes_before_every_answer() {
        fault("genius", "\"latencyMs\": 250");

        caller.genius(SEARCH);

        assertThat(pauses.made()).containsExactly(Duration.ofMillis(250));
    }

    @Test
    void the_life_of_tokens_can_be_shortened() {
        caller.faults("{\"tokenLifeSeconds\": 60}");

        assertThat(caller.token().json().path("expires_in").asInt()).isEqualTo(60);
    }

    @Test
    void a_reset_ends_every_fault_and_forgets_what_was_counted() {
        fault("*", "\"fault\": \"DOWN\"");
        caller.post("/_reset", "application/json", "");

        assertThat(caller.genius(SEARCH).status()).isEqualTo(200);
        assertThat(caller.get("/_stats").json().path("totals").toString()).isEqualTo("{\"genius\":1}");
    }

    @Test
    void what_cannot_be_is_refused_by_name() {
        assertThat(caller.faults("{\"provider\": \"deezer\", \"change\": {}}").text())
                .contains("deezer");
        assertThat(caller.faults("{\"provider\": \"genius\", \"change\": {\"faultShare\": 2}}")
                        .text())
                .contains("faultShare");
        assertThat(caller.faults("{\"provider\": \"genius\", \"change\": {\"colour\": 2}}")
                        .status())
                .isEqualTo(400);
    }

    private static boolean breaksOff(Answer answer) {
        try {
            answer.json();
            return false;
        } catch (JacksonException e) {
            return true;
        }
    }

    private void fault(String provider, String change) {
        Answer answer = caller.faults("{\"provider\": \"%s\", \"change\": {%s}}".formatted(provider, change));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
