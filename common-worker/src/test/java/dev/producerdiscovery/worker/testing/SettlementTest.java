package dev.producerdiscovery.worker.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.budget.ProviderBudget;
import dev.producerdiscovery.worker.engine.Ending;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementTest extends ByHand {

    @Test
    void a_done_message_leaves_its_result_its_next_messages_and_an_archived_row() {
        Handled handled = runner.run(
                workerThat((note, delivery) -> Outcome.done(outbox -> {
                    write("x");
                    outbox.send(NEXT, Map.of("artistId", "a"), "key-1");
                })),
                BODY);

        assertThat(handled.ending()).isEqualTo(Ending.DONE);
        assertThat(count("effects")).isEqualTo(1);
        assertThat(count("pgmq.q_" + QUEUE)).isZero();
        assertThat(count("pgmq.a_" + QUEUE)).isEqualTo(1);
        assertThat(count("pgmq.q_" + NEXT)).isEqualTo(1);
        assertThat(handled.sentTo(NEXT)).singleElement().satisfies(sent -> {
            assertThat(sent.body().path("_idempotencyKey").stringValue()).isEqualTo("key-1");
            assertThat(sent.body().path("artistId").stringValue()).isEqualTo("a");
        });
    }

    @Test
    void a_settlement_that_throws_after_writing_leaves_nothing_but_a_counted_failure() {
        Handled handled = runner.run(
                workerThat((note, delivery) -> Outcome.done(outbox -> {
                    write("x");
                    outbox.send(NEXT, Map.of(), "key-1");
                    throw new IllegalStateException("no");
                })),
                BODY);

        assertThat(handled.ending()).isEqualTo(Ending.FAILED);
        assertThat(handled.sent()).isEmpty();
        assertThat(count("effects")).isZero();
        assertThat(count("pgmq.q_" + NEXT)).isZero();
        assertThat(header("failures")).isEqualTo("1");
        assertThat(header("lastError")).contains("no");
    }

    @Test
    void a_send_to_an_unknown_queue_takes_everything_back() {
        Handled handled = runner.run(
                workerThat((note, delivery) -> Outcome.done(outbox -> {
                    write("x");
                    outbox.send("no_such_queue", Map.of(), "key-1");
                })),
                BODY);

        assertThat(handled.ending()).isEqualTo(Ending.FAILED);
        assertThat(handled.reason()).contains("no_such_queue");
        assertThat(count("effects")).isZero();
    }

    @Test
    void a_lease_taken_over_by_another_worker_has_no_effect() {
        Handled handled = runner.run(
                workerThat((note, delivery) -> {
                    takeOver(delivery.messageId());
                    return Outcome.done(outbox -> write("x"));
                }),
                BODY);

        assertThat(handled.ending()).isEqualTo(Ending.LOST);
        assertThat(count("effects")).isZero();
        assertThat(count("pgmq.q_" + QUEUE)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "NULL",
            value = {
                "NULL                 | body is null",
                "null                 | no JSON object",
                "[1, 2]               | no JSON object",
                "\"text\"             | no JSON object",
                "{}                   | value must be a text",
                "{\"value\": \" \"}   | value must be a text",
                "{\"value\": {\"a\": 1}} | value",
                "{\"value\": [\"a\"]} | value",
            })
    void a_bad_message_is_dead_with_the_reason(@Nullable String body, String reason) {
        Handled handled = runner.run(workerThat((note, delivery) -> Outcome.done()), body);

        assertThat(handled.ending()).isEqualTo(Ending.DEAD);
        assertThat(handled.reason()).contains(reason);
        assertThat(count("pgmq.q_" + QUEUE + "_dlq")).isEqualTo(1);
    }

    @Test
    void a_body_of_ten_megabytes_is_dead_without_being_fetched() {
        owner.sql("select pgmq.send(?::text, jsonb_build_object('value', repeat('x', 10000000)))")
                .param(QUEUE)
                .query(Long.class)
                .single();

        Handled handled = runner.runNext(workerThat((note, delivery) -> Outcome.done()));

        assertThat(handled.ending()).isEqualTo(Ending.DEAD);
        assertThat(handled.reason()).contains("100000");
        assertThat(count("pgmq.q_" + QUEUE + "_dlq")).isEqualTo(1);
    }

    @Test
    void bookkeeping_of_another_type_is_ignored() {
        Handled handled = runner.run(
                workerThat((note, delivery) -> {
                    assertThat(delivery.correlationId()).isEmpty();
                    assertThat(delivery.idempotencyKey()).isEmpty();
                    return Outcome.done();
                }),
                "{\"value\": \"x\", \"_correlationId\": \"no uuid\", \"_idempotencyKey\": 7, \"_priority\": \"high\"}");

        assertThat(handled.ending()).isEqualTo(Ending.DONE);
    }

    @Test
    void correlation_priority_and_trace_are_passed_on() {
        UUID run = UUID.randomUUID();

        Handled handled = runner.run(
                workerThat((note, delivery) -> Outcome.done(outbox -> outbox.send(NEXT, Map.of(), "key"))),
                "{\"value\": \"x\", \"_correlationId\": \"" + run + "\", \"_priority\": 4}");

        assertThat(handled.sentTo(NEXT)).singleElement().satisfies(sent -> {
            assertThat(sent.body().path("_correlationId").stringValue()).isEqualTo(run.toString());
            assertThat(sent.body().path("_priority").intValue()).isEqualTo(4);
            assertThat(sent.headers().path("traceparent").stringValue())
                    .matches("00-" + run.toString().replace("-", "") + "-[0-9a-f]{16}-01");
        });
    }

    @Test
    void a_stage_may_open_a_run_for_a_message_that_named_none() {
        UUID run = UUID.randomUUID();

        Handled handled = runner.run(
                workerThat((note, delivery) -> Outcome.done(outbox -> {
                    outbox.correlateAs(run);
                    outbox.send(NEXT, Map.of(), "key");
                })),
                BODY);

        assertThat(handled.sentTo(NEXT).getFirst().body().path("_correlationId").stringValue())
                .isEqualTo(run.toString());
    }

    @Test
    void a_budget_without_limits_is_there_for_tests() {
        assertThat(ProviderBudget.unlimited().availableAt("spotify")).isEqualTo(Instant.MIN);
    }
}
