package dev.producerdiscovery.worker.pgmq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.producerdiscovery.worker.engine.WorkerBench;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class WakingSenderTest {

    private static final OutgoingMessage MESSAGE = new OutgoingMessage(WorkerBench.QUEUE, "{}", "{}");
    private static final OutgoingMessage OTHER = new OutgoingMessage(WorkerBench.NEXT, "{}", "{}");

    private final WorkerBench bench = new WorkerBench();
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(bench.pool()));
    private final List<String> woken = new ArrayList<>();
    private final WakingSender sender = new WakingSender(bench.queues(), woken::add);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void each_queue_is_woken_once() {
        sender.send(List.of(MESSAGE, OTHER, MESSAGE));

        assertThat(woken).containsExactly(WorkerBench.QUEUE, WorkerBench.NEXT);
    }

    @Test
    void nobody_is_woken_before_the_message_can_be_seen() {
        transactions.executeWithoutResult(status -> {
            sender.send(List.of(MESSAGE));
            assertThat(woken).isEmpty();
        });

        assertThat(woken).containsExactly(WorkerBench.QUEUE);
    }

    @Test
    void nobody_is_woken_for_what_was_rolled_back() {
        transactions.executeWithoutResult(status -> {
            sender.send(List.of(MESSAGE));
            status.setRollbackOnly();
        });

        assertThat(woken).isEmpty();
        assertThat(bench.waiting(WorkerBench.QUEUE)).isZero();
    }
}
