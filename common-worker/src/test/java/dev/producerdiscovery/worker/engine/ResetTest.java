package dev.producerdiscovery.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.engine.running.WorkerEngine;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Resets while workers work: never a living one's message, always a dead one's. */
class ResetTest {

    private static final String QUEUE = WorkerBench.QUEUE;
    private static final Duration LONG = Duration.ofSeconds(60);

    private final WorkerBench bench = new WorkerBench();
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger handlings = new AtomicInteger();

    @AfterEach
    void close() {
        release.countDown();
        bench.close();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
    }

    private TestWorker slow() {
        return new TestWorker((note, delivery) -> {
            handlings.incrementAndGet();
            release.await();
            return Outcome.done(outbox -> bench.effect(note.text()));
        });
    }

    private long reset() {
        return bench.owner()
                .sql("select reset_stuck_messages(?::text, 0)")
                .param(QUEUE)
                .query(Long.class)
                .single();
    }

    private long heartbeats() {
        return bench.count("worker_heartbeats where queue_name = '" + QUEUE + "'");
    }

    @Test
    void a_message_in_living_hands_is_reset_by_nobody_and_settled_once() {
        bench.with(WorkerBench.settings(8, Duration.ofSeconds(2), LONG));
        bench.sendNumbered(4);
        bench.start(slow());
        bench.start(slow());
        soon().until(() -> handlings.get() == 4);

        // Two leases long, so that renewals happen under the eyes of the resets.
        await().during(Duration.ofSeconds(4)).atMost(LONG).until(() -> reset() == 0);
        release.countDown();

        soon().until(() -> bench.archived(QUEUE) == 4);
        assertThat(bench.effects()).hasSize(4).doesNotHaveDuplicates();
        assertThat(handlings).hasValue(4);
    }

    @Test
    void an_idle_worker_says_that_it_lives_and_takes_its_leave_when_it_stops() {
        WorkerEngine engine = bench.start(slow());
        soon().until(() -> heartbeats() == 1);

        engine.stop();

        assertThat(heartbeats()).isZero();
    }

    @Test
    void an_idle_worker_goes_on_saying_so_every_third_of_its_lease() {
        bench.with(WorkerBench.settings(8, Duration.ofSeconds(3), LONG));
        bench.start(slow());
        soon().until(() -> heartbeats() == 1);

        await().during(Duration.ofSeconds(4))
                .atMost(LONG)
                .until(() -> bench.count("live_workers() where queue_name = '" + QUEUE + "'") == 1);
    }

    @Test
    void what_a_worker_held_that_vanished_is_free_when_its_lease_has_passed_since_its_last_sign_of_life() {
        bench.sendNumbered(1);
        bench.queues().heartbeat(QUEUE, "vanished", Duration.ofSeconds(2));
        bench.queues().claim(QUEUE, Duration.ofSeconds(2), 1, 1_000_000);
        assertThat(reset()).isZero();
        TestWorker heir = new TestWorker((note, delivery) -> Outcome.done(outbox -> bench.effect(note.text())));

        bench.start(heir);

        soon().until(() -> bench.effects().size() == 1);
    }

    @Test
    void what_a_worker_held_that_vanished_is_reset_before_its_lease_ends_although_a_colleague_lives() {
        Duration lease = Duration.ofSeconds(12);
        bench.with(WorkerBench.settings(8, lease, LONG));
        bench.sendNumbered(1);
        bench.queues().heartbeat(QUEUE, "vanished", lease);
        bench.queues().claim(QUEUE, lease, 1, 1_000_000);
        bench.start(slow());
        soon().until(() -> heartbeats() == 2);
        assertThat(reset()).isZero();

        await().atMost(lease.multipliedBy(3).dividedBy(4)).until(() -> reset() == 1);

        soon().until(() -> handlings.get() == 1);
    }

    @Test
    void a_worker_that_cannot_say_that_it_lives_takes_no_message() {
        bench.owner()
                .sql("alter table worker_heartbeats add constraint nobody check (worker_id = '')")
                .update();
        try {
            bench.sendNumbered(1);
            bench.start(slow());
            await().during(Duration.ofSeconds(1)).atMost(LONG).until(() -> handlings.get() == 0);
        } finally {
            bench.owner()
                    .sql("alter table worker_heartbeats drop constraint nobody")
                    .update();
        }
        soon().until(() -> handlings.get() == 1);
    }
}
