package dev.producerdiscovery.worker.faults;

import static dev.producerdiscovery.worker.faults.Site.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.migrations.PipelineRole;
import dev.producerdiscovery.worker.failure.TransientFailure;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two workers, and two monitors that look after the same queues without a break. */
class MonitorTest {

    private static final int MAX_ATTEMPTS = 3;

    private final TestDatabase database = TestDatabase.fresh();
    private final Site site = Site.in(database);
    private final AtomicBoolean over = new AtomicBoolean();

    @AfterEach
    void close() {
        over.set(true);
        site.close();
    }

    /** Everything that a monitor does to messages, with thresholds of nothing. */
    private int monitor() {
        JdbcClient operator = JdbcClient.create(database.as(PipelineRole.OPERATOR));
        int rounds = 0;
        while (!over.get()) {
            rounds++;
            operator.sql("select reset_all_stuck_messages(0)").query().listOfRows();
            for (String queue : List.of(Flood.QUEUE, Flood.NEXT)) {
                operator.sql("select reset_stuck_messages(?::text, 0)")
                        .param(queue)
                        .query(Integer.class)
                        .single();
                operator.sql("select dead_letter_exhausted_messages(?::text, ?::integer)")
                        .params(queue, MAX_ATTEMPTS)
                        .query(Integer.class)
                        .single();
            }
        }
        return rounds;
    }

    @Test
    void two_monitors_that_reset_all_the_time_take_nothing_from_two_workers() throws Exception {
        Flood flood = new Flood(site, 150);
        Queue<String> handled = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 2; i++) {
            Crew crew = site.crew(Tuning.QUICK.maxAttempts(MAX_ATTEMPTS).lease(Duration.ofSeconds(5)));
            crew.start(Flood.workers(crew.jdbc(), (note, delivery) -> {
                handled.add(note.text());
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(60));
                if (delivery.failures() == 0 && note.text().endsWith("5")) {
                    throw new TransientFailure("the first time only");
                }
            }));
        }
        soon().until(() -> site.count("live_workers()") == 4);
        try (ExecutorService monitors = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> one = monitors.submit(this::monitor);
            Future<Integer> other = monitors.submit(this::monitor);
            flood.send();

            flood.assertExactlyOnce();
            over.set(true);

            assertThat(one.get()).isGreaterThan(1);
            assertThat(other.get()).isGreaterThan(1);
        }
        // 5, 15 … 145 twice: none came a second time for any other reason.
        assertThat(handled).hasSize((int) flood.total() + 15);
    }
}
