package dev.producerdiscovery.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.engine.running.WorkerEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** When a queue is read, and how much of it. */
class ReadingTest extends OnBench {

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
}
