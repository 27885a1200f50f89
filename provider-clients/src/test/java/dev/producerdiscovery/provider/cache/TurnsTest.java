package dev.producerdiscovery.provider.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.producerdiscovery.worker.failure.TransientFailure;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns<String> turns = new Turns<>();
    private final AtomicReference<String> kept = new AtomicReference<>("nothing");
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ending = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        ending.countDown();
        threads.close();
    }

    @Test
    void whoever_comes_second_finds_what_the_first_has_kept() throws Exception {
        Future<String> first = threads.submit(() -> turns.take("artist", () -> {
            begun.countDown();
            awaitEnding();
            kept.set("a list");
            return "a list";
        }));
        begun.await();
        AtomicReference<@Nullable Thread> second = new AtomicReference<>();
        Future<String> found = threads.submit(() -> {
            second.set(Thread.currentThread());
            return turns.take("artist", kept::get);
        });
        Awaitility.await().until(() -> isWaiting(second.get()));

        assertThat(turns.take("another artist", () -> "at once")).isEqualTo("at once");
        ending.countDown();

        assertThat(found.get()).isEqualTo(first.get()).isEqualTo("a list");
    }

    @Test
    void a_turn_that_fails_ends_as_well() {
        assertThatExceptionOfType(TransientFailure.class)
                .isThrownBy(() -> turns.take("artist", () -> {
                    throw new TransientFailure("no answer");
                }));

        assertThat(turns.take("artist", () -> "an answer")).isEqualTo("an answer");
    }

    private static boolean isWaiting(@Nullable Thread thread) {
        return thread != null && thread.getState() == Thread.State.WAITING;
    }

    private void awaitEnding() {
        try {
            ending.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
