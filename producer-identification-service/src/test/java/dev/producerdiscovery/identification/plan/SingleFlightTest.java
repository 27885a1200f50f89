package dev.producerdiscovery.identification.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private final SingleFlight<String, Integer> flights = new SingleFlight<>();

    @Test
    void work_asked_for_at_the_same_time_is_done_once() throws Exception {
        AtomicInteger done = new AtomicInteger();
        CountDownLatch landing = new CountDownLatch(1);
        List<Thread> asking = IntStream.range(0, 8)
                .mapToObj(number -> Thread.ofVirtual()
                        .start(() -> flights.join("release", () -> {
                            awaitQuietly(landing);
                            return done.incrementAndGet();
                        })))
                .toList();
        await().until(() -> asking.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));

        landing.countDown();
        for (Thread thread : asking) {
            thread.join();
        }

        assertThat(done).hasValue(1);
    }

    @Test
    void work_is_done_again_after_it_failed() {
        assertThatThrownBy(() -> flights.join("release", () -> {
                    throw new IllegalStateException("down");
                }))
                .hasMessage("down");

        assertThat(flights.join("release", () -> 7)).isEqualTo(7);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
