package dev.producerdiscovery.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.worker.JointSettlement;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.engine.running.WorkerEngine;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Several messages in one transaction, and what disturbs it. */
class SettlingTest extends OnBench {

    @Test
    void
            where_there_are_slots_for_more_than_a_transaction_holds_a_second_group_is_settled_and_replaced_beside_the_first() {
        bench.with(WorkerBench.settings(4, 2, Duration.ofSeconds(30), LONG));
        AtomicInteger begun = new AtomicInteger();
        CountDownLatch allHandled = new CountDownLatch(4);
        CountDownLatch goOn = new CountDownLatch(1);
        Set<Thread> settling = ConcurrentHashMap.newKeySet();
        CountDownLatch bothSettling = new CountDownLatch(2);
        bench.sendNumbered(8);

        WorkerEngine engine = bench.start(new TestWorker((note, delivery) -> {
            if (begun.incrementAndGet() > 4) {
                goOn.await();
                return Outcome.done();
            }
            allHandled.countDown();
            allHandled.await();
            return Outcome.done(outbox -> {
                // However the four are grouped, and whatever is tried again: only the first of a thread counts.
                if (settling.add(Thread.currentThread())) {
                    bothSettling.countDown();
                }
                awaitOther(bothSettling);
            });
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

    private static void awaitOther(CountDownLatch both) {
        try {
            if (!both.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody else settles");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_is_settled_jointly_is_written_at_once_and_sent_from_each_message() {
        List<Integer> sizes = new CopyOnWriteArrayList<>();
        CountDownLatch allHandled = new CountDownLatch(8);
        JointSettlement<String> joint = results -> {
            sizes.add(results.size());
            results.forEach(result -> {
                bench.effect(result.value());
                result.outbox().send(NEXT, Map.of("value", result.value()), "next:" + result.value());
            });
        };
        bench.sendNumbered(8);
        bench.start(new TestWorker((note, delivery) -> {
            allHandled.countDown();
            allHandled.await();
            return Outcome.done(joint, note.text());
        }));

        soon().until(() -> bench.endings().size() == 8);

        assertThat(bench.effects()).hasSize(8).doesNotHaveDuplicates();
        assertThat(bench.waiting(NEXT)).isEqualTo(8);
        assertThat(sizes).as("groups that were written at once").hasSizeLessThan(8);
        assertThat(sizes.stream().mapToInt(size -> size).sum()).isEqualTo(8);
    }

    @Test
    void a_joint_settlement_that_fails_is_tried_with_each_message_alone() {
        JointSettlement<String> joint = results -> results.forEach(result -> {
            bench.effect(result.value());
            if (result.value().equals("7")) {
                throw new PermanentFailure("seven is refused");
            }
        });
        bench.sendNumbered(40);
        bench.start(new TestWorker((note, delivery) -> Outcome.done(joint, note.text())));

        soon().until(() -> bench.waiting(QUEUE) == 0);

        assertThat(bench.effects()).hasSize(39).doesNotHaveDuplicates().doesNotContain("7");
        assertThat(bench.dead(QUEUE)).isEqualTo(1);
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
}
