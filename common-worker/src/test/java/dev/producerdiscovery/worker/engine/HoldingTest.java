package dev.producerdiscovery.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.engine.running.WorkerEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Messages in hand: how long they are kept, and when they are let go. */
class HoldingTest extends OnBench {

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

    private void takeOver(long messageId) {
        bench.owner()
                .sql("update pgmq.q_" + QUEUE + " set read_ct = read_ct + 1 where msg_id = ?")
                .param(messageId)
                .update();
    }
}
