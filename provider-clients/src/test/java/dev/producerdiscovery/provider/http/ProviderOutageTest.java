package dev.producerdiscovery.provider.http;

import static dev.producerdiscovery.provider.support.FakeProvider.html;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.producerdiscovery.provider.support.TestBudget.Park;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderOutageTest extends CallsOfAcme {

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

    private void startOutage() {
        assertThatExceptionOfType(TransientFailure.class).isThrownBy(this::name);
        assertThatExceptionOfType(ThrottledFailure.class).isThrownBy(this::name);
    }
}
