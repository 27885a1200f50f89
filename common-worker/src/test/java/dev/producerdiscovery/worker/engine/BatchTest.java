package dev.producerdiscovery.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.Received;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import dev.producerdiscovery.worker.failure.ThrottledFailure;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final String QUEUE = WorkerBench.QUEUE;
    private static final Duration LONG = Duration.ofSeconds(60);

    private final WorkerBench bench = new WorkerBench();
    private final ConcurrentLinkedQueue<Integer> sizes = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        bench.close();
    }

    private TestBatchWorker worker(int maxBatch, TestBatchWorker.Handler handler) {
        return new TestBatchWorker(maxBatch, messages -> {
            sizes.add(messages.size());
            return handler.handle(messages);
        });
    }

    private List<Outcome> written(List<Received<Note>> messages) {
        return messages.stream()
                .map(message ->
                        Outcome.done(outbox -> bench.effect(message.message().text())))
                .toList();
    }

    private void awaitEmpty() {
        await().atMost(Duration.ofSeconds(30)).until(() -> bench.waiting(QUEUE) == 0);
    }

    @Test
    void messages_are_handled_together_and_each_takes_effect_exactly_once() {
        bench.sendNumbered(60);
        bench.start(worker(5, this::written));

        awaitEmpty();

        assertThat(bench.effects()).hasSize(60).doesNotHaveDuplicates();
        assertThat(sizes).contains(5).allMatch(size -> size <= 5);
    }

    @Test
    void a_message_that_the_handler_refuses_fails_alone() {
        bench.sendNumbered(8);
        bench.start(worker(8, messages -> {
            if (messages.stream().anyMatch(message -> message.message().text().equals("7"))) {
                throw new PermanentFailure("seven is refused");
            }
            return written(messages);
        }));

        awaitEmpty();

        assertThat(bench.effects()).hasSize(7).doesNotHaveDuplicates().doesNotContain("7");
        assertThat(bench.dead(QUEUE)).isEqualTo(1);
    }

    @Test
    void a_body_that_is_no_message_does_not_reach_the_handler_and_spoils_nothing() {
        bench.send("[]");
        bench.sendNumbered(3);
        bench.start(worker(8, this::written));

        awaitEmpty();

        assertThat(bench.effects()).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(bench.dead(QUEUE)).isEqualTo(1);
    }

    @Test
    void a_transient_failure_holds_for_the_whole_batch_and_each_message_comes_again_alone() {
        bench.sendNumbered(4);
        bench.start(worker(8, messages -> {
            if (messages.getFirst().delivery().failures() == 0) {
                throw new TransientFailure("not yet");
            }
            return written(messages);
        }));

        awaitEmpty();

        assertThat(bench.effects()).hasSize(4).doesNotHaveDuplicates();
        assertThat(sizes).containsExactly(4, 1, 1, 1, 1);
    }

    @Test
    void a_throttled_batch_is_asked_once_and_costs_no_attempt() {
        bench.sendNumbered(4);
        CountDownLatch asked = new CountDownLatch(1);
        bench.start(worker(8, messages -> {
            if (asked.getCount() > 0) {
                asked.countDown();
                throw new ThrottledFailure("spotify", Instant.now().plusMillis(300), "slower");
            }
            assertThat(messages).allMatch(message -> message.delivery().failures() == 0);
            return written(messages);
        }));

        awaitEmpty();

        assertThat(bench.effects()).hasSize(4).doesNotHaveDuplicates();
        assertThat(sizes.peek()).isEqualTo(4);
        assertThat(bench.endings()).contains(Ending.THROTTLED).doesNotContain(Ending.FAILED, Ending.DEAD);
    }

    @Test
    void too_few_outcomes_are_a_defect_of_the_handler_and_not_a_loss() {
        bench.sendNumbered(4);
        bench.start(worker(8, messages -> messages.size() > 1 ? written(messages.subList(0, 1)) : written(messages)));

        awaitEmpty();

        assertThat(bench.effects()).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void losing_one_message_of_a_batch_does_not_interrupt_the_handler_of_the_others() throws InterruptedException {
        bench.with(WorkerBench.settings(8, Duration.ofSeconds(1), LONG));
        bench.sendNumbered(3);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch lost = new CountDownLatch(1);
        bench.start(worker(8, messages -> {
            begun.countDown();
            assertThat(lost.await(20, TimeUnit.SECONDS)).isTrue();
            return written(messages);
        }));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        bench.owner()
                .sql("delete from pgmq.q_" + QUEUE + " where message ->> 'value' = '2'")
                .update();
        await().atMost(Duration.ofSeconds(20)).until(() -> bench.endings().contains(Ending.LOST));
        lost.countDown();

        awaitEmpty();

        assertThat(bench.effects()).containsExactlyInAnyOrder("1", "3");
    }

    @Test
    void slots_that_became_free_one_by_one_come_together_again_for_a_batch() throws InterruptedException {
        CountDownLatch four = new CountDownLatch(4);
        AtomicInteger calls = new AtomicInteger();
        bench.with(WorkerBench.settings(4, Duration.ofSeconds(30), LONG));
        bench.start(worker(4, messages -> {
            four.countDown();
            if (calls.getAndIncrement() < 4) {
                four.await();
                // They end one after the other.
                TimeUnit.MILLISECONDS.sleep(40L * calls.get());
            }
            return written(messages);
        }));
        for (int i = 1; i <= 4; i++) {
            long before = i;
            bench.send("{\"value\": \"single " + i + "\"}");
            await().atMost(Duration.ofSeconds(20)).until(() -> four.getCount() == 4 - before);
        }
        bench.sendNumbered(12);

        awaitEmpty();

        assertThat(bench.effects()).hasSize(16).doesNotHaveDuplicates();
        assertThat(sizes).contains(4);
    }
}
