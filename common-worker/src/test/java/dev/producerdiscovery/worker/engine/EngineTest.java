package dev.producerdiscovery.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.engine.running.WorkerEngine;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EngineTest {

    private static final String QUEUE = WorkerBench.QUEUE;
    private static final String NEXT = WorkerBench.NEXT;
    private static final Duration LONG = Duration.ofSeconds(60);

    private final WorkerBench bench = new WorkerBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
    }

    private TestWorker writing() {
        return new TestWorker((note, delivery) -> Outcome.done(outbox -> {
            bench.effect(note.text());
            outbox.send(NEXT, Map.of("value", note.text()), "next:" + note.text());
        }));
    }

    @Test
    void every_message_takes_effect_exactly_once_and_fans_out() {
        bench.sendNumbered(200);
        bench.start(writing());

        soon().untilAsserted(() -> assertThat(bench.waiting(QUEUE)).isZero());

        assertThat(bench.effects()).hasSize(200).doesNotHaveDuplicates();
        assertThat(bench.waiting(NEXT)).isEqualTo(200);
        assertThat(bench.archived(QUEUE)).isEqualTo(200);
    }

    @Test
    void a_new_message_wakes_an_idle_worker_long_before_its_next_poll() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        WorkerEngine engine = bench.start(new TestWorker((note, delivery) -> {
            started.countDown();
            return Outcome.done();
        }));
        soon().until(() -> engine.state() == WorkerEngine.State.READY && bench.listening(engine));

        bench.send("{\"value\": \"x\"}");

        // The next poll is 20 s away.
        assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void what_a_worker_sends_to_itself_is_taken_at_once_even_if_nothing_is_notified() {
        bench.owner()
                .sql("alter table pgmq.q_artist_discovery disable trigger worker_notify_insert")
                .update();
        try {
            bench.send("{\"value\": \"first\"}");
            bench.start(new TestWorker((note, delivery) -> Outcome.done(outbox -> {
                bench.effect(note.text());
                if (note.text().equals("first")) {
                    outbox.send(QUEUE, Map.of("value", "second"), "second");
                }
            })));

            // The next poll is 20 s away.
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(bench.effects()).containsExactly("first", "second"));
        } finally {
            bench.owner()
                    .sql("alter table pgmq.q_artist_discovery enable trigger worker_notify_insert")
                    .update();
        }
    }

    @Test
    void messages_that_did_not_fit_into_memory_are_given_back_and_cost_no_slot() {
        AtomicInteger toFail = new AtomicInteger(3);
        bench.with(WorkerBench.settings(1, Duration.ofSeconds(30), LONG)).with(new JsonMapper() {
            @Override
            public JsonNode readTree(String content) {
                if (toFail.getAndDecrement() > 0) {
                    throw new OutOfMemoryError("in a test");
                }
                return super.readTree(content);
            }
        });
        bench.sendNumbered(3);

        bench.start(writing());

        soon().untilAsserted(() -> assertThat(bench.effects()).containsExactlyInAnyOrder("1", "2", "3"));
    }

    @Test
    void a_claim_that_a_crash_of_the_server_took_back_is_repeated_without_a_second_handler_or_effect() {
        AtomicInteger handlers = new AtomicInteger();
        CountDownLatch goOn = new CountDownLatch(1);
        TestWorker worker = new TestWorker((note, delivery) -> {
            if (note.text().equals("long")) {
                handlers.incrementAndGet();
                goOn.await();
            }
            return Outcome.done(outbox -> bench.effect(note.text()));
        });
        bench.send("{\"value\": \"long\"}");
        WorkerEngine engine = bench.start(worker);
        soon().until(() -> handlers.get() == 1);

        takeTheClaimBack();
        bench.send("{\"value\": \"short\"}");
        soon().untilAsserted(() -> assertThat(bench.effects()).containsExactly("short"));
        soon().until(() -> bench.count("pgmq.q_artist_discovery where vt > clock_timestamp()") == 1);
        assertThat(handlers).hasValue(1);

        takeTheClaimBack();
        bench.start(worker);
        soon().until(() -> handlers.get() == 2);
        goOn.countDown();
        soon().untilAsserted(() -> assertThat(bench.waiting(QUEUE)).isZero());
        soon().until(() -> bench.endings().size() == 3);
        assertThat(bench.effects()).containsExactlyInAnyOrder("short", "long");
        assertThat(bench.endings()).containsExactlyInAnyOrder(Ending.DONE, Ending.DONE, Ending.LOST);
        soon().untilAsserted(() -> assertThat(engine.busy(QUEUE)).isZero());
    }

    private void takeTheClaimBack() {
        bench.owner()
                .sql("update pgmq.q_artist_discovery set vt = enqueued_at, read_ct = 0")
                .update();
    }

    @Test
    void
            where_there_are_slots_for_more_than_a_transaction_holds_a_second_group_is_settled_and_replaced_beside_the_first() {
        bench.with(WorkerBench.settings(4, 2, Duration.ofSeconds(30), LONG));
        AtomicInteger begun = new AtomicInteger();
        CountDownLatch allHandled = new CountDownLatch(4);
        CountDownLatch goOn = new CountDownLatch(1);
        CyclicBarrier bothSettling = new CyclicBarrier(2);
        bench.sendNumbered(8);

        WorkerEngine engine = bench.start(new TestWorker((note, delivery) -> {
            if (begun.incrementAndGet() > 4) {
                goOn.await();
                return Outcome.done();
            }
            allHandled.countDown();
            allHandled.await();
            return Outcome.done(outbox -> awaitOther(bothSettling));
        }));

        soon().until(() -> bench.endings().size() == 4 && begun.get() == 8);
        assertThat(bench.count("pgmq.q_artist_discovery where xmin in (select xmin from pgmq.a_artist_discovery)"))
                .as("claimed by the transactions that settled the first four")
                .isEqualTo(4);
        goOn.countDown();
        soon().until(() -> bench.endings().size() == 8);
        assertThat(bench.endings()).containsOnly(Ending.DONE);
        soon().untilAsserted(() -> assertThat(engine.busy(QUEUE)).isZero());
    }

    @Test
    void a_function_of_the_queue_that_changes_meanwhile_costs_no_attempt() {
        CountDownLatch goOn = new CountDownLatch(1);
        bench.send("{\"value\": \"1\"}");
        bench.start(new TestWorker((note, delivery) -> {
            if (note.text().equals("2")) {
                goOn.await();
            }
            return Outcome.done(outbox -> bench.effect(note.text() + " after " + delivery.failures()));
        }));
        soon().until(() -> bench.endings().size() == 1);
        bench.send("{\"value\": \"2\"}");
        soon().until(() -> bench.count("pgmq.q_artist_discovery where read_ct = 1") == 1);

        bench.owner()
                .sql("drop function worker_queues.archive_artist_discovery")
                .update();
        goOn.countDown();

        soon().until(() -> bench.endings().size() == 2);
        assertThat(bench.effects()).containsExactly("1 after 0", "2 after 0");
        assertThat(bench.endings()).containsOnly(Ending.DONE);
    }

    private static void awaitOther(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("nobody else settles", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_delayed_message_is_taken_when_it_falls_due_and_not_at_the_next_poll() {
        WorkerEngine engine = bench.start(writing());
        soon().until(() -> bench.listening(engine));
        bench.owner()
                .sql("select pgmq.send(?::text, '{\"value\": \"x\"}'::jsonb, 1)")
                .param(QUEUE)
                .query(Long.class)
                .single();

        await().atMost(Duration.ofSeconds(10)).until(() -> !bench.effects().isEmpty());
    }

    @Test
    void a_paused_queue_is_left_alone_and_taken_up_again_at_once() {
        WorkerEngine engine = bench.start(writing());
        soon().until(() -> bench.listening(engine));
        bench.activate(false);
        bench.send("{\"value\": \"x\"}");

        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(10))
                .until(() -> bench.effects().isEmpty());
        bench.activate(true);

        await().atMost(Duration.ofSeconds(10)).until(() -> !bench.effects().isEmpty());
    }

    @Test
    void a_handler_slower_than_its_lease_keeps_the_message() {
        bench.with(WorkerBench.settings(8, Duration.ofSeconds(1), LONG));
        AtomicInteger handlings = new AtomicInteger();
        TestWorker slow = new TestWorker((note, delivery) -> {
            handlings.incrementAndGet();
            sleep(Duration.ofMillis(3500));
            return Outcome.done(outbox -> bench.effect(note.text()));
        });
        bench.start(slow);
        bench.start(slow);
        bench.send("{\"value\": \"x\"}");

        soon().until(() -> bench.archived(QUEUE) == 1);

        assertThat(bench.effects()).containsExactly("x");
        assertThat(handlings).hasValue(1);
    }

    @Test
    void a_handler_whose_message_was_taken_over_is_interrupted_and_has_no_effect() {
        bench.with(WorkerBench.settings(8, Duration.ofSeconds(1), LONG));
        CountDownLatch interrupted = new CountDownLatch(1);
        bench.start(new TestWorker((note, delivery) -> {
            takeOver(delivery.messageId());
            try {
                sleep(LONG);
            } finally {
                interrupted.countDown();
            }
            return Outcome.done(outbox -> bench.effect(note.text()));
        }));
        bench.send("{\"value\": \"x\"}");

        soon().until(() -> interrupted.getCount() == 0 && bench.endings().contains(Ending.LOST));

        assertThat(bench.effects()).isEmpty();
    }

    @Test
    void a_handler_that_hangs_is_interrupted_at_its_deadline_and_the_attempt_counted() {
        bench.with(WorkerBench.settings(8, Duration.ofSeconds(1), Duration.ofSeconds(1)));
        bench.start(new TestWorker((note, delivery) -> {
            if (delivery.failures() == 0) {
                sleep(LONG);
            }
            return Outcome.done(outbox -> bench.effect("after " + delivery.failures()));
        }));
        bench.send("{\"value\": \"x\"}");

        soon().until(() -> !bench.effects().isEmpty());

        assertThat(bench.effects()).containsExactly("after 1");
    }

    @Test
    void one_bad_settlement_in_a_group_fails_alone() {
        bench.sendNumbered(40);
        bench.start(new TestWorker((note, delivery) -> Outcome.done(outbox -> {
            bench.effect(note.text());
            if (note.text().equals("7")) {
                throw new PermanentFailure("seven is refused");
            }
        })));

        soon().until(() -> bench.waiting(QUEUE) == 0);

        assertThat(bench.effects()).hasSize(39).doesNotHaveDuplicates().doesNotContain("7");
        assertThat(bench.dead(QUEUE)).isEqualTo(1);
    }

    @Test
    void a_stop_waits_for_running_handlers_and_gives_back_the_rest_at_once() throws InterruptedException {
        WorkerSettings shortGrace = new WorkerSettings(
                2,
                50,
                16,
                Duration.ofSeconds(30),
                LONG,
                3,
                Duration.ofMillis(1),
                Duration.ofMillis(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(2),
                DataSize.ofMegabytes(1),
                LONG,
                3);
        bench.with(shortGrace);
        CountDownLatch both = new CountDownLatch(2);
        WorkerEngine engine = bench.start(new TestWorker((note, delivery) -> {
            both.countDown();
            sleep(note.text().equals("quick") ? Duration.ofSeconds(1) : LONG);
            return Outcome.done(outbox -> bench.effect(note.text()));
        }));
        bench.send("{\"value\": \"quick\"}");
        bench.send("{\"value\": \"endless\"}");
        bench.send("{\"value\": \"never begun\"}");
        assertThat(both.await(20, TimeUnit.SECONDS)).isTrue();

        engine.stop();

        assertThat(bench.effects()).containsExactly("quick");
        assertThat(bench.queues().claim(QUEUE, LONG, 10, 1_000_000)).hasSize(2);
        assertThat(bench.endings()).containsExactlyInAnyOrder(Ending.DONE, Ending.RELEASED);
    }

    @Test
    void an_idle_engine_stops_without_waiting() {
        WorkerEngine engine = bench.start(writing());
        Instant before = Instant.now();

        engine.stop();

        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(engine.isRunning()).isFalse();
    }

    @Test
    void the_listening_connection_may_be_killed() {
        WorkerEngine engine = bench.start(writing());
        soon().until(() -> bench.listening(engine));
        bench.terminateBackends("listen %");
        soon().until(() -> bench.listening(engine));

        bench.send("{\"value\": \"x\"}");

        await().atMost(Duration.ofSeconds(10)).until(() -> !bench.effects().isEmpty());
    }

    @Test
    void backends_that_are_terminated_all_the_time_change_nothing_about_the_effects() {
        bench.sendNumbered(150);
        bench.start(new TestWorker((note, delivery) -> {
            sleep(Duration.ofMillis(20));
            return Outcome.done(outbox -> bench.effect(note.text()));
        }));
        for (int i = 0; i < 5; i++) {
            long archived = bench.archived(QUEUE);
            bench.terminateBackends("%");
            soon().until(() -> bench.archived(QUEUE) > archived || bench.waiting(QUEUE) == 0);
        }

        // What was claimed by a statement whose answer got lost comes back when the lease ends.
        bench.owner()
                .sql("update pgmq.q_" + QUEUE + " set vt = clock_timestamp() where vt > clock_timestamp()")
                .update();
        soon().until(() -> bench.waiting(QUEUE) == 0);

        assertThat(bench.effects()).hasSize(150).doesNotHaveDuplicates();
        assertThat(bench.endings()).doesNotContain(Ending.FAILED, Ending.DEAD);
    }

    @Test
    void no_more_messages_are_read_than_can_be_started() {
        bench.with(WorkerBench.settings(3, Duration.ofSeconds(30), LONG));
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        bench.sendNumbered(20);
        bench.start(new TestWorker((note, delivery) -> {
            running.incrementAndGet();
            release.await();
            return Outcome.done();
        }));

        soon().until(() -> running.get() == 3);
        long read = bench.count("pgmq.q_" + QUEUE + " where read_ct > 0");
        release.countDown();

        assertThat(read).isEqualTo(3);
        soon().until(() -> bench.waiting(QUEUE) == 0);
    }

    @Test
    void a_queue_whose_provider_is_parked_is_not_read_until_the_provider_is_back() {
        AtomicReference<Instant> availableAt =
                new AtomicReference<>(Instant.now().plusSeconds(2));
        bench.with(new ParkedUntil(availableAt::get));
        bench.send("{\"value\": \"x\"}");
        bench.start(new TestWorker(
                (note, delivery) -> Outcome.done(
                        outbox -> bench.effect(Instant.now().isBefore(availableAt.get()) ? "too early" : "in time")),
                "spotify"));

        soon().until(() -> !bench.effects().isEmpty());

        assertThat(bench.effects()).containsExactly("in time");
    }

    @Test
    void a_message_that_fails_comes_again_until_it_succeeds() {
        bench.start(new TestWorker((note, delivery) -> {
            if (delivery.failures() < 2) {
                throw new TransientFailure("not yet");
            }
            return Outcome.done(outbox -> bench.effect("after " + delivery.failures()));
        }));
        bench.send("{\"value\": \"x\"}");

        soon().until(() -> !bench.effects().isEmpty());

        assertThat(bench.effects()).containsExactly("after 2");
    }

    private void takeOver(long messageId) {
        bench.owner()
                .sql("update pgmq.q_" + QUEUE + " set read_ct = read_ct + 1 where msg_id = ?")
                .param(messageId)
                .update();
    }

    private static void sleep(Duration duration) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(duration.toMillis());
    }
}
