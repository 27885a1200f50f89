package dev.producerdiscovery.worker.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.engine.TestWorker;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Messages that are not done: when they come again, and when they do not. */
class PuttingBackTest extends ByHand {

    @Test
    void a_failed_attempt_of_a_worker_that_lost_its_lease_is_not_counted() {
        Handled handled = runner.run(
                workerThat((note, delivery) -> {
                    takeOver(delivery.messageId());
                    throw new TransientFailure("late");
                }),
                BODY);

        assertThat(handled.ending()).isEqualTo(Ending.LOST);
        assertThat(header("failures")).isNull();
    }

    @Test
    void a_message_is_dead_after_as_many_failures_as_configured_and_not_before() {
        TestWorker failing = workerThat((note, delivery) -> {
            throw new TransientFailure("the wind");
        });
        Handled handled = runner.run(failing, BODY);
        for (int attempt = 2; attempt <= 8; attempt++) {
            assertThat(handled.ending()).isEqualTo(Ending.FAILED);
            makeVisible();
            handled = runner.runNext(failing);
        }

        assertThat(handled.ending()).isEqualTo(Ending.DEAD);
        assertThat(handled.reason()).contains("8 times").contains("the wind");
        assertThat(count("pgmq.q_" + QUEUE)).isZero();
        assertThat(count("pgmq.q_" + QUEUE + "_dlq")).isEqualTo(1);
        assertThat(count("pgmq_dead_letter_items")).isEqualTo(1);
    }

    @Test
    void a_permanent_failure_is_dead_at_once_with_its_reason() {
        Handled handled = runner.run(
                workerThat((note, delivery) -> {
                    throw new PermanentFailure("artist 'x' does not exist");
                }),
                BODY);

        assertThat(handled.ending()).isEqualTo(Ending.DEAD);
        String reason = owner.sql("select message->'_dlq_metadata'->>'failure_reason' from pgmq.q_" + QUEUE + "_dlq")
                .query(String.class)
                .single();
        assertThat(reason).isEqualTo("artist 'x' does not exist");
    }

    @Test
    void throttling_costs_no_attempt_however_often_it_happens() {
        TestWorker throttled = workerThat(
                (note, delivery) -> {
                    throw new ThrottledFailure("spotify", Instant.now().plusSeconds(3600), "quota");
                },
                "spotify");
        runner.run(throttled, BODY);
        for (int i = 0; i < 20; i++) {
            assertThat(runner.runNext(throttled).ending()).isEqualTo(Ending.THROTTLED);
        }

        assertThat(header("failures")).isNull();
        assertThat(count("pgmq.q_" + QUEUE + "_dlq")).isZero();
    }

    @Test
    void a_provider_that_is_only_one_of_several_delays_the_message_and_not_the_queue() {
        Handled handled = runner.run(
                workerThat((note, delivery) -> {
                    throw new ThrottledFailure("genius", Instant.now().plusSeconds(3600), "quota");
                }),
                BODY);

        assertThat(handled.ending()).isEqualTo(Ending.THROTTLED);
        assertThat(secondsUntilVisible()).isBetween(290.0, 300.0);
        assertThat(header("delayedUntil")).isNotNull();
    }

    @Test
    void a_message_put_back_by_its_handler_comes_again_after_the_delay_without_an_attempt() {
        Handled handled = runner.run(
                workerThat((note, delivery) -> new Outcome.RetryLater(Duration.ofSeconds(60), "too early")), BODY);

        assertThat(handled.ending()).isEqualTo(Ending.RETRY_LATER);
        assertThat(secondsUntilVisible()).isBetween(55.0, 60.0);
        assertThat(header("failures")).isNull();
    }

    @Test
    void a_defect_is_retried_like_a_transient_failure() {
        Handled handled = runner.run(
                workerThat((note, delivery) -> {
                    throw new NullPointerException();
                }),
                BODY);

        assertThat(handled.ending()).isEqualTo(Ending.FAILED);
        assertThat(handled.cause()).isInstanceOf(NullPointerException.class);
    }

    @Test
    void an_error_in_the_handler_is_a_failure_of_the_message_only() {
        Handled handled = runner.run(
                workerThat((note, delivery) -> {
                    throw new StackOverflowError();
                }),
                BODY);

        assertThat(handled.ending()).isEqualTo(Ending.FAILED);
    }

    @Test
    void a_failure_text_with_a_zero_byte_is_noted_all_the_same() {
        Handled handled = runner.run(
                workerThat((note, delivery) -> {
                    throw new TransientFailure("a\0b");
                }),
                BODY);

        assertThat(handled.ending()).isEqualTo(Ending.FAILED);
        assertThat(header("lastError")).isEqualTo("a b");
    }
}
