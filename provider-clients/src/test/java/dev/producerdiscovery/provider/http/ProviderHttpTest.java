package dev.producerdiscovery.provider.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.producerdiscovery.provider.support.FakeProvider.html;
import static dev.producerdiscovery.provider.support.FakeProvider.json;
import static dev.producerdiscovery.provider.support.FakeProvider.reset;
import static dev.producerdiscovery.provider.support.FakeProvider.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.producerdiscovery.provider.support.FakeProvider;
import dev.producerdiscovery.provider.support.TestBudget.Park;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProviderHttpTest {

    private static final String THING = "{'name': 'Hollow Lake'}";
    private static final String SECRET = "s3cr3t-t0k3n";

    private final FakeProvider provider = new FakeProvider();
    private final ProviderHttp http = provider.factory()
            .create(
                    "acme",
                    provider.factory().standardDialect(Duration.ofSeconds(30)),
                    Authorisation.fixed("Bearer " + SECRET),
                    Map.of("User-Agent", "Tests/1"),
                    Request.get("probe", URI.create(provider.url() + "/probe")));

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void an_answer_is_read() {
        provider.answer("/thing", THING);

        assertThat(name()).contains("Hollow Lake");
        assertThat(provider.requests("/thing").getFirst().getHeader("User-Agent"))
                .isEqualTo("Tests/1");
        assertThat(provider.requests("/thing").getFirst().getHeader("Authorization"))
                .isEqualTo("Bearer " + SECRET);
    }

    @Test
    void what_is_not_there_is_empty() {
        provider.answer("/thing", json(404, "{'message': 'Not found'}"));

        assertThat(name()).isEmpty();
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void a_passing_fault_costs_another_call_and_nothing_else() {
        provider.answerInTurn("/thing", html(502), json(200, "{'name': 'Hollow La"), json(200, THING));

        assertThat(name()).contains("Hollow Lake");
        assertThat(provider.requests()).hasSize(3);
    }

    @Test
    void a_dropped_connection_is_a_passing_fault() {
        provider.answerInTurn("/thing", reset(), json(200, THING));

        assertThat(name()).contains("Hollow Lake");
    }

    @Test
    void a_hanging_provider_is_given_up_on() {
        provider.answer("/thing", json(200, THING).withFixedDelay(3000));

        assertThatExceptionOfType(TransientFailure.class)
                .isThrownBy(this::name)
                .withMessageContaining("acme failed 3 times in a row on GET /thing: no answer: it takes too long")
                .withMessageNotContaining(SECRET);
    }

    @Test
    void an_item_that_keeps_failing_is_a_transient_failure() {
        provider.answer("/thing", html(500));

        assertThatExceptionOfType(TransientFailure.class)
                .isThrownBy(this::name)
                .withMessage("acme failed 3 times in a row on GET /thing: answered 500, Bad gateway nginx");
        assertThat(provider.budget().parks()).isEmpty();
    }

    @Test
    void html_with_status_200_is_a_fault() {
        provider.answer("/thing", html(200));

        assertThatExceptionOfType(TransientFailure.class).isThrownBy(this::name).withMessageContaining("no JSON");
    }

    @Test
    void a_provider_that_fails_on_everything_is_parked_and_costs_no_attempt() {
        provider.answerAll(html(503));

        assertThatExceptionOfType(TransientFailure.class).isThrownBy(this::name);
        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(this::name)
                .satisfies(failure -> assertThat(failure.until()).isEqualTo(after(5)))
                .withMessageContaining("answered 503");
        assertThat(provider.budget().parks())
                .containsExactly(new Park("acme", "*", after(5), "answered 503, Bad gateway nginx", true));
        assertThat(provider.requests()).hasSize(5);
    }

    @Test
    void an_outage_is_looked_at_less_and_less_often() {
        provider.answerAll(html(503));
        startOutage();

        for (int wait : List.of(5, 10, 20, 40, 60, 60)) {
            assertThat(provider.budget().availableAt("acme")).isEqualTo(after(wait));
            provider.clock().advance(Duration.ofSeconds(wait + 1));
            assertThatExceptionOfType(ThrottledFailure.class).isThrownBy(this::name);
        }
    }

    @Test
    void the_first_answer_ends_an_outage() {
        provider.answerAll(html(503));
        startOutage();
        provider.answer("/thing", THING);
        provider.clock().advance(Duration.ofSeconds(6));

        assertThat(name()).contains("Hollow Lake");
        assertThat(provider.budget().availableAt("acme")).isEqualTo(Instant.MIN);
    }

    @Test
    void a_call_that_may_not_be_made_does_not_keep_another_from_ending_an_outage() {
        provider.answerAll(html(503));
        startOutage();
        provider.answer("/thing", THING);
        provider.budget().park("acme", "thing", after(30), "the quota is spent");
        provider.clock().advance(Duration.ofSeconds(6));
        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(this::name)
                .withMessageContaining("the quota is spent");
        provider.clock().advance(Duration.ofSeconds(30));

        assertThat(name()).contains("Hollow Lake");
    }

    @Test
    void while_one_call_finds_out_whether_the_provider_is_back_no_other_is_counted() {
        provider.answerAll(html(503));
        startOutage();
        int counted = provider.budget().taken().size();
        provider.budget().answered("acme");

        assertThatExceptionOfType(ThrottledFailure.class).isThrownBy(this::name);

        assertThat(provider.budget().taken()).hasSize(counted);
    }

    @Test
    void an_item_that_always_fails_does_not_prolong_an_outage() {
        provider.answerAll(html(503));
        startOutage();
        provider.answer("/probe", "{'ok': true}");
        provider.clock().advance(Duration.ofSeconds(6));

        assertThatExceptionOfType(TransientFailure.class)
                .isThrownBy(this::name)
                .withMessageContaining("acme answers, but fails on GET /thing");
        assertThat(provider.budget().availableAt("acme")).isEqualTo(Instant.MIN);
    }

    @Test
    void a_provider_that_cannot_be_reached_is_parked() {
        provider.stop();

        startOutage();

        assertThat(provider.budget().parks()).hasSize(1);
        assertThat(provider.budget().parks().getFirst().reason()).isEqualTo("no answer: it cannot be connected to");
    }

    @Test
    void too_many_calls_park_the_provider_for_as_long_as_it_says() {
        provider.answer("/thing", text(429, "Too many requests").withHeader("Retry-After", "19056"));

        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(this::name)
                .satisfies(failure -> assertThat(failure.until()).isEqualTo(after(19056)));
        assertThatExceptionOfType(ThrottledFailure.class).isThrownBy(this::name);
        assertThat(provider.requests()).hasSize(1);
        assertThat(provider.budget().parks())
                .containsExactly(new Park("acme", "*", after(19056), "answered 429, Too many requests", false));
    }

    @Test
    void too_many_calls_without_a_stated_wait_get_the_usual_one() {
        provider.answer("/thing", aResponse().withStatus(429));

        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(this::name)
                .satisfies(failure -> assertThat(failure.until()).isEqualTo(after(30)));
    }

    @Test
    void a_refused_key_parks_the_provider_with_a_reason_and_without_the_key() {
        provider.answer("/thing", json(401, "{'message': 'bad key'}"));

        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(this::name)
                .satisfies(failure -> assertThat(failure.until()).isEqualTo(after(15 * 60)))
                .withMessageContaining("account problem")
                .withMessageNotContaining(SECRET);
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void a_request_that_is_wrong_is_not_repeated() {
        provider.answer("/thing", text(400, "no such parameter"));

        assertThatExceptionOfType(PermanentFailure.class)
                .isThrownBy(this::name)
                .withMessage("acme rejects GET /thing: answered 400, no such parameter");
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void a_redirect_is_followed_on_the_same_host_only() {
        provider.answer(
                "/thing",
                aResponse().withStatus(301).withHeader("Location", "http://elsewhere.invalid/other?fmt=json"));
        provider.answer("/other", THING);

        assertThat(name()).contains("Hollow Lake");
        assertThat(provider.requests("/other").getFirst().getUrl()).isEqualTo("/other?fmt=json");
    }

    @Test
    void redirects_in_a_circle_end() {
        provider.answer("/thing", aResponse().withStatus(302).withHeader("Location", "/thing"));

        assertThatExceptionOfType(TransientFailure.class).isThrownBy(this::name).withMessageContaining("without end");
    }

    @Test
    void a_missing_field_is_asked_for_again() {
        provider.answerInTurn("/thing", json(200, "{}"), json(200, THING));

        assertThat(expectedName()).contains("Hollow Lake");
        assertThat(provider.requests()).hasSize(2);
    }

    @Test
    void a_field_that_is_missing_thrice_is_not_there_and_not_asked_for_any_more() {
        provider.answer("/thing", "{}");

        assertThat(expectedName()).contains("");
        assertThat(expectedName()).contains("");
        assertThat(provider.requests()).hasSize(4);
    }

    @Test
    void a_field_that_was_there_once_is_asked_for_again_wherever_it_is_missing() {
        provider.answerInTurn(
                "/thing",
                json(200, "{}"),
                json(200, "{}"),
                json(200, "{}"),
                json(200, THING),
                json(200, "{}"),
                json(200, THING));

        assertThat(expectedName()).contains("");
        assertThat(expectedName()).contains("Hollow Lake");
        assertThat(expectedName()).contains("Hollow Lake");
    }

    @Test
    void a_field_that_is_not_given_any_more_is_soon_not_asked_for_again_until_it_is_given_again() {
        provider.answer("/thing", THING);
        assertThat(expectedName()).contains("Hollow Lake");

        provider.answer("/thing", "{}");
        assertThat(callsFor(20)).isEqualTo(3 * 3 + 17);

        provider.answer("/thing", THING);
        assertThat(expectedName()).contains("Hollow Lake");
        provider.answer("/thing", "{}");
        assertThat(callsFor(20)).isEqualTo(3 * 3 + 17);
    }

    private int callsFor(int things) {
        int before = provider.requests().size();
        for (int i = 0; i < things; i++) {
            assertThat(expectedName()).contains("");
        }
        return provider.requests().size() - before;
    }

    @Test
    void a_field_that_is_missing_in_one_row_only_is_asked_for_again() {
        String whole = "{'songs': [{'name': 'Undertow'}, {'name': 'Ebb'}]}";
        provider.answerInTurn(
                "/thing",
                json(200, "{'songs': [{}, {'name': 'Ebb'}]}"),
                json(200, "{'songs': [{'name': 'Undertow'}, {}]}"),
                json(200, whole));

        assertThat(http.get(thing(), json -> json.rows("songs", song -> Optional.of(song.expected("name")))))
                .contains(List.of("Undertow", "Ebb"));
        assertThat(provider.requests()).hasSize(3);
    }

    @Test
    void what_is_missing_in_the_last_answer_of_many_failures_is_asked_for_again() {
        provider.answerInTurn("/thing", html(502), html(502), json(200, "{}"), json(200, THING));

        assertThat(expectedName()).contains("Hollow Lake");
    }

    @Test
    void an_answer_that_is_never_the_same_is_taken_in_the_end() {
        provider.answerInTurn("/thing", row(0), row(1), row(2), row(3), row(4), row(5));

        assertThat(http.get(thing(), json -> json.rows("songs", song -> Optional.of(song.expected("name")))))
                .isPresent();
        assertThat(provider.requests()).hasSize(6);
    }

    @Test
    void calls_are_timed_by_endpoint_and_outcome() {
        provider.answerInTurn("/thing", html(502), json(200, THING));

        name();

        assertThat(provider.meters()
                        .get("provider.calls")
                        .tags("provider", "acme", "endpoint", "thing", "outcome", "fine")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(provider.meters()
                        .get("provider.calls")
                        .tags("outcome", "broken")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_provider_without_a_key_is_not_called() {
        provider.factory().switchOff("acme", "ACME_KEY is not set");

        assertThatExceptionOfType(ThrottledFailure.class)
                .isThrownBy(this::name)
                .withMessageContaining("ACME_KEY is not set");
        assertThat(provider.requests()).isEmpty();
    }

    /** A list whose row at that place cannot be read. */
    private static ResponseDefinitionBuilder row(int unreadable) {
        List<String> rows = new ArrayList<>(Collections.nCopies(6, "{'name': 'Ebb'}"));
        rows.set(unreadable, "null");
        return json(200, "{'songs': " + rows + "}");
    }

    private void startOutage() {
        assertThatExceptionOfType(TransientFailure.class).isThrownBy(this::name);
        assertThatExceptionOfType(ThrottledFailure.class).isThrownBy(this::name);
    }

    private Optional<String> name() {
        return http.get(thing(), json -> json.required("name"));
    }

    private Optional<String> expectedName() {
        return http.get(thing(), json -> json.expected("name"));
    }

    private Request thing() {
        return Request.get("thing", URI.create(provider.url() + "/thing?key=" + SECRET));
    }

    private Instant after(int seconds) {
        return provider.clock().instant().plusSeconds(seconds);
    }
}
