package dev.producerdiscovery.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.engine.running.WorkerEngine;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What handlers decide and the database will not have. */
class RefusedTest {

    private static final String QUEUE = WorkerBench.QUEUE;

    private final WorkerBench bench = new WorkerBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private void awaitDead(int messages) {
        await().atMost(Duration.ofSeconds(30)).until(() -> bench.dead(QUEUE) == messages);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a reason with a \0 in it"})
    void a_dead_message_gets_to_the_dead_letter_queue_whatever_its_reason(String reason) {
        bench.send("{\"value\": \"x\"}");
        bench.start(new TestWorker((note, delivery) -> Outcome.dead(reason)));

        awaitDead(1);
    }

    @Test
    void a_permanent_failure_without_a_message_gets_there_too() {
        bench.send("{\"value\": \"x\"}");
        bench.start(new TestWorker((note, delivery) -> {
            throw new PermanentFailure("");
        }));

        awaitDead(1);
    }

    @Test
    void a_wait_of_centuries_is_cut_to_a_time_that_the_database_takes() {
        bench.send("{\"value\": \"x\"}");
        bench.start(new TestWorker((note, delivery) -> new Outcome.RetryLater(Duration.ofDays(100_000), "far away")));

        await().atMost(Duration.ofSeconds(30)).until(() -> bench.endings().contains(Ending.RETRY_LATER));
    }

    @Test
    void a_settlement_that_waits_for_a_lock_does_not_hold_up_its_group_and_is_tried_again() throws SQLException {
        bench.owner().sql("delete from effects").update();
        bench.owner()
                .sql("alter table effects add column if not exists id integer")
                .update();
        bench.owner()
                .sql("insert into effects (value, id) values ('locked', 7)")
                .update();
        bench.owner().sql("grant update on effects to pipeline_worker").update();
        try (Connection other = bench.database().owner().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("update effects set value = 'held' where id = 7");
            bench.sendNumbered(8);
            bench.start(new TestWorker((note, delivery) -> Outcome.done(outbox -> {
                if (note.text().equals("7")) {
                    bench.jdbc().sql("set local lock_timeout = '300ms'").update();
                    bench.jdbc()
                            .sql("update effects set value = 'done' where id = 7")
                            .update();
                } else {
                    bench.effect(note.text());
                }
            })));
            await().atMost(Duration.ofSeconds(30)).until(() -> bench.waiting(QUEUE) == 1);
            await().atMost(Duration.ofSeconds(30)).until(() -> bench.endings().contains(Ending.RETRY_LATER));
            assertThat(bench.endings()).doesNotContain(Ending.FAILED);
            other.rollback();
        }

        assertThat(bench.effects()).doesNotHaveDuplicates().hasSize(8);
    }

    @Test
    void a_worker_whose_provider_is_parked_from_the_start_is_ready() {
        AtomicReference<Instant> parked = new AtomicReference<>(Instant.now().plusSeconds(3600));
        bench.with(new ParkedUntil(parked::get));

        WorkerEngine engine = bench.start(new TestWorker((note, delivery) -> Outcome.done(), "spotify"));

        await().atMost(Duration.ofSeconds(20)).until(() -> engine.state() == WorkerEngine.State.READY);
    }

    @Test
    void a_worker_whose_handlers_all_hang_says_so_until_one_ends() {
        bench.with(WorkerBench.settings(1, Duration.ofSeconds(1), Duration.ofSeconds(1)));
        AtomicReference<Boolean> free = new AtomicReference<>(false);
        bench.send("{\"value\": \"x\"}");
        WorkerEngine engine = bench.start(new TestWorker((note, delivery) -> {
            while (delivery.failures() == 0 && !free.get()) {
                Thread.onSpinWait();
            }
            return Outcome.done();
        }));

        await().atMost(Duration.ofSeconds(20)).until(() -> engine.state() == WorkerEngine.State.DEGRADED);
        free.set(true);
        await().atMost(Duration.ofSeconds(20)).until(() -> engine.state() == WorkerEngine.State.READY);
        await().atMost(Duration.ofSeconds(20)).until(() -> bench.waiting(QUEUE) == 0);
    }

    @Test
    void a_suspect_that_hangs_keeps_the_process_from_other_work_until_its_time_is_up_and_no_longer() {
        bench.with(WorkerBench.settings(4, Duration.ofSeconds(2), Duration.ofSeconds(2)));
        AtomicReference<Boolean> free = new AtomicReference<>(false);
        sendWithHeaders("{\"value\": \"suspect\"}", "{\"deaths\": 1}");
        bench.start(new TestWorker((note, delivery) -> {
            while (note.text().equals("suspect") && delivery.failures() == 0 && !free.get()) {
                Thread.onSpinWait();
            }
            return Outcome.done();
        }));
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> bench.endings().contains(Ending.FAILED));
            bench.sendNumbered(8);

            await().atMost(Duration.ofSeconds(20)).until(() -> bench.waiting(QUEUE) == 0);
        } finally {
            free.set(true);
        }
    }

    @Test
    void a_body_that_is_longer_as_text_than_a_text_can_be_is_a_dead_letter_and_stops_nobody() {
        String endless = "(select jsonb_agg('1e99999'::numeric) from generate_series(1, 11000))";
        bench.owner()
                .sql("select pgmq.send('" + QUEUE + "'::text, jsonb_build_object('value', 'x', 'x', " + endless + "))")
                .query(Long.class)
                .single();
        bench.sendNumbered(8);
        bench.start(new TestWorker((note, delivery) -> Outcome.done()));

        await().atMost(Duration.ofMinutes(2)).until(() -> bench.waiting(QUEUE) == 0);
        assertThat(bench.dead(QUEUE)).isEqualTo(1);
        assertThat(bench.archived(QUEUE)).isEqualTo(8);
    }

    private void sendWithHeaders(String body, String headers) {
        bench.owner()
                .sql("select pgmq.send(?::text, ?::jsonb, ?::jsonb)")
                .params(QUEUE, body, headers)
                .query(Long.class)
                .single();
    }

    @Test
    void an_engine_that_was_stopped_works_again_when_it_is_started() {
        WorkerEngine engine = bench.start(new TestWorker((note, delivery) -> Outcome.done()));
        engine.stop();
        bench.send("{\"value\": \"x\"}");

        engine.start();

        await().atMost(Duration.ofSeconds(20)).until(() -> bench.waiting(QUEUE) == 0 && bench.listening(engine));
    }
}
