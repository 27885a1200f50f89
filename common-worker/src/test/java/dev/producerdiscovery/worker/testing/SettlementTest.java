package dev.producerdiscovery.worker.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.budget.ProviderBudget;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.engine.TestWorker;
import dev.producerdiscovery.worker.engine.WorkerBench;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SettlementTest {

    private static final String QUEUE = WorkerBench.QUEUE;
    private static final String NEXT = WorkerBench.NEXT;
    private static final String BODY = "{\"value\": \"x\"}";

    private final WorkerBench bench = new WorkerBench();
    private final DataSource worker = bench.database().worker();
    private final JdbcClient jdbc = JdbcClient.create(worker);
    private final JdbcClient owner = bench.owner();
    private final ManualRunner runner = new ManualRunner(worker);

    @AfterEach
    void close() {
        bench.close();
    }

    private void write(String value) {
        jdbc.sql("insert into effects (value) values (?::text)").param(value).update();
    }

    private long count(String table) {
        return owner.sql("select count(*) from " + table).query(Long.class).single();
    }

    private TestWorker workerThat(TestWorker.Handler handler, String... providers) {
        return new TestWorker(handler, providers);
    }

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

    @Test
    void a_budget_without_limits_is_there_for_tests() {
        assertThat(ProviderBudget.unlimited().availableAt("spotify")).isEqualTo(Instant.MIN);
    }

    private void takeOver(long messageId) {
        owner.sql("update pgmq.q_" + QUEUE + " set read_ct = read_ct + 1 where msg_id = ?")
                .param(messageId)
                .update();
    }

    private void makeVisible() {
        owner.sql("update pgmq.q_" + QUEUE + " set vt = clock_timestamp()").update();
    }

    private @Nullable String header(String name) {
        return owner.sql("select headers->>? from pgmq.q_" + QUEUE)
                .param(name)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private double secondsUntilVisible() {
        return owner.sql("select extract(epoch from vt - clock_timestamp()) from pgmq.q_" + QUEUE)
                .query(Double.class)
                .single();
    }
}
