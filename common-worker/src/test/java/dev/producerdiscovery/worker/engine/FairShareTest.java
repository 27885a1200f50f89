package dev.producerdiscovery.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.budget.ProviderBudget;
import dev.producerdiscovery.worker.budget.TestQuotas;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A scarce quota and two runs, as their messages see it. */
class FairShareTest {

    private static final String QUEUE = WorkerBench.QUEUE;

    private final WorkerBench bench = new WorkerBench();
    private final String provider = "provider-" + UUID.randomUUID();
    private final ProviderBudget budget = TestQuotas.of(provider, 20, bench.jdbc());

    @AfterEach
    void close() {
        bench.close();
    }

    private void send(UUID run, String name, int messages) {
        for (int i = 0; i < messages; i++) {
            bench.send("{\"value\": \"%s-%d\", \"_correlationId\": \"%s\"}".formatted(name, i, run));
        }
    }

    private long done(String name) {
        return bench.effects().stream()
                .filter(effect -> effect.startsWith(name))
                .count();
    }

    @Test
    void a_small_run_that_begins_later_ends_while_a_big_one_waits() {
        send(UUID.randomUUID(), "big", 40);
        bench.with(budget)
                .start(new TestWorker(
                        (note, delivery) -> {
                            budget.acquire(provider, "album");
                            return Outcome.done(outbox -> bench.effect(note.text()));
                        },
                        provider));
        await().atMost(Duration.ofSeconds(30)).until(() -> done("big") == 16);

        send(UUID.randomUUID(), "small", 3);

        await().atMost(Duration.ofSeconds(30)).until(() -> done("small") == 3);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> bench.count("pgmq.q_" + QUEUE + " where vt > now() + interval '20 minutes'") == 24);
        assertThat(done("big")).isEqualTo(16);
        assertThat(bench.dead(QUEUE)).isZero();
        assertThat(bench.count("pgmq.q_" + QUEUE + " where headers -> 'failures' is not null"))
                .as("attempts that the wait has cost")
                .isZero();
    }
}
