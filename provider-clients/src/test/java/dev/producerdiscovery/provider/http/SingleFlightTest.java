package dev.producerdiscovery.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.producerdiscovery.worker.failure.TransientFailure;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private static final SingleFlight.Key KEY =
            new SingleFlight.Key(Request.get("thing", URI.create("http://acme.invalid/thing")), Instant.MIN);

    private final SingleFlight flights = new SingleFlight();
    private final AtomicInteger questions = new AtomicInteger();
    private final CountDownLatch answer = new CountDownLatch(1);

    @Test
    void callers_at_the_same_time_share_one_answer() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Reply<String>> first = threads.submit(() -> flights.ask(KEY, this::slowAnswer));
            Awaitility.await().until(() -> questions.get() == 1);
            AtomicReference<Thread> waiting = new AtomicReference<>();
            Future<Reply<String>> second = threads.submit(() -> {
                waiting.set(Thread.currentThread());
                return flights.ask(KEY, this::slowAnswer);
            });
            Awaitility.await()
                    .until(() -> waiting.get() != null && waiting.get().getState() == Thread.State.WAITING);
            answer.countDown();

            assertThat(second.get()).isEqualTo(first.get());
        }
        assertThat(questions).hasValue(1);
    }

    @Test
    void a_failure_is_not_shared() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Reply<String>> first = threads.submit(() -> flights.ask(KEY, () -> {
                slowAnswer();
                throw new TransientFailure("dropped");
            }));
            Awaitility.await().until(() -> questions.get() == 1);
            Future<Reply<String>> second = threads.submit(() -> flights.ask(KEY, () -> new Reply.Found<>("by itself")));
            answer.countDown();

            assertThat(second.get()).isEqualTo(new Reply.Found<>("by itself"));
            assertThatExceptionOfType(ExecutionException.class).isThrownBy(first::get);
        }
    }

    @Test
    void callers_one_after_the_other_ask_each_for_themselves() {
        Supplier<Reply<String>> question = () -> new Reply.Found<>("answer " + questions.incrementAndGet());

        assertThat(flights.ask(KEY, question)).isEqualTo(new Reply.Found<>("answer 1"));
        assertThat(flights.ask(KEY, question)).isEqualTo(new Reply.Found<>("answer 2"));
    }

    private Reply<String> slowAnswer() {
        questions.incrementAndGet();
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Reply.Found<>("the answer");
    }
}
