package dev.producerdiscovery.provider.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.producerdiscovery.provider.support.FakeProvider.html;
import static dev.producerdiscovery.provider.support.FakeProvider.json;
import static dev.producerdiscovery.provider.support.FakeProvider.reset;
import static dev.producerdiscovery.provider.support.FakeProvider.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.producerdiscovery.provider.support.TestBudget.Park;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import org.junit.jupiter.api.Test;

class ProviderCallsTest extends CallsOfAcme {

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
}
