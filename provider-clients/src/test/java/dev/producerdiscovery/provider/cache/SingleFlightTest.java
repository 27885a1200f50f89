package dev.producerdiscovery.provider.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.producerdiscovery.worker.failure.TransientFailure;
import dev.producerdiscovery.worker.scope.WorkScope;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private final SingleFlight<String, String> flights = new SingleFlight<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch landing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        landing.countDown();
        threads.close();
    }

    @Test
    void what_is_wanted_at_the_same_time_is_got_once() throws Exception {
        Future<String> first = inTheAir(this::slow);
        Future<String> second = waiting(this::slow);
        landing.countDown();

        assertThat(second.get()).isEqualTo(first.get()).isEqualTo("the result");
        assertThat(begun).hasValue(1);
    }

    @Test
    void a_failure_is_not_shared() throws Exception {
        Future<String> first = inTheAir(() -> {
            slow();
            throw new TransientFailure("this run has had its share");
        });
        Future<String> second = waiting(() -> "by itself");
        landing.countDown();

        assertThat(second.get()).isEqualTo("by itself");
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(first::get)
                .withMessageContaining("this run has had its share");
    }

    @Test
    void whoever_needs_newer_answers_does_not_make_do_with_those_of_another() throws Exception {
        Future<String> first = inTheAir(this::slow);

        assertThat(since(Instant.parse("2031-03-01T12:00:00Z"))
                        .within(() -> flights.join("release", () -> "a fresh look")))
                .isEqualTo("a fresh look");
        landing.countDown();
        assertThat(first.get()).isEqualTo("the result");
    }

    @Test
    void what_is_wanted_later_is_got_anew() {
        Supplier<String> work = () -> "result " + begun.incrementAndGet();

        assertThat(flights.join("release", work)).isEqualTo("result 1");
        assertThat(flights.join("release", work)).isEqualTo("result 2");
    }

    private Future<String> inTheAir(Supplier<String> work) {
        Future<String> result = threads.submit(() -> flights.join("release", work));
        Awaitility.await().until(() -> begun.get() == 1);
        return result;
    }

    private Future<String> waiting(Supplier<String> work) {
        AtomicReference<Thread> waiting = new AtomicReference<>();
        Future<String> result = threads.submit(() -> {
            waiting.set(Thread.currentThread());
            return flights.join("release", work);
        });
        Awaitility.await().until(() -> waiting.get() != null && waiting.get().getState() == Thread.State.WAITING);
        return result;
    }

    private String slow() {
        begun.incrementAndGet();
        try {
            landing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "the result";
    }

    private static WorkScope since(Instant time) {
        return new WorkScope(Optional.empty(), time);
    }
}
