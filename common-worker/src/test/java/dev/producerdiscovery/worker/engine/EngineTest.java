package dev.producerdiscovery.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.engine.running.WorkerEngine;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EngineTest extends OnBench {

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
}
