package dev.producerdiscovery.worker.engine;

import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.worker.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;

/** Tests of an engine on a {@link WorkerBench}. */
abstract class OnBench {

    static final String QUEUE = WorkerBench.QUEUE;
    static final String NEXT = WorkerBench.NEXT;
    static final Duration LONG = Duration.ofSeconds(60);

    final WorkerBench bench = new WorkerBench();

    @AfterEach
    void close() {
        bench.close();
    }

    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
    }

    TestWorker writing() {
        return new TestWorker((note, delivery) -> Outcome.done(outbox -> {
            bench.effect(note.text());
            outbox.send(NEXT, Map.of("value", note.text()), "next:" + note.text());
        }));
    }

    static void sleep(Duration duration) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(duration.toMillis());
    }
}
