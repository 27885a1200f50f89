package dev.producerdiscovery.worker.testing;

import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.budget.ProviderBudget;
import dev.producerdiscovery.worker.dedup.Deduplication;
import dev.producerdiscovery.worker.engine.Ended;
import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.engine.WorkerSettings;
import dev.producerdiscovery.worker.engine.running.SingleStep;
import dev.producerdiscovery.worker.pgmq.OutgoingMessage;
import dev.producerdiscovery.worker.pgmq.PgmqClient;
import dev.producerdiscovery.worker.resilience.Outage;
import dev.producerdiscovery.worker.resilience.Pause;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends one message to a worker's queue, and reads, handles and settles it on the calling thread, by the same parts
 * that run in a service. Deduplication and reports are left out. Not thread-safe.
 */
public final class ManualRunner {

    private final PgmqClient queues;
    private final JsonMapper json = JsonMapper.builder().build();
    private final List<OutgoingMessage> sending = new ArrayList<>();
    private final EngineParts parts;

    /** @param dataSource of a migrated database; the worker's own {@code JdbcClient} must be made from the same object */
    public ManualRunner(DataSource dataSource) {
        this(dataSource, ProviderBudget.unlimited());
    }

    public ManualRunner(DataSource dataSource, ProviderBudget budget) {
        Clock clock = Clock.systemUTC();
        this.queues = new PgmqClient(JdbcClient.create(dataSource));
        this.parts = new EngineParts(
                WorkerSettings.defaults(),
                queues,
                messages -> {
                    queues.send(messages);
                    sending.addAll(messages);
                },
                new TransactionTemplate(new JdbcTransactionManager(dataSource)),
                json,
                budget,
                Deduplication.none(),
                endings -> {},
                new Outage("PostgreSQL", "The test waits.", clock),
                clock,
                clock,
                new SplittableRandom(),
                Pause.real());
    }

    /**
     * Sends {@code body}, a JSON text or null, and works on the queue's next message, which is this one if the queue was
     * empty.
     *
     * @throws IllegalStateException when the queue is paused
     */
    public Handled run(BaseWorker<?> worker, @Nullable String body) {
        queues.sendRaw(worker.queue(), body);
        return runNext(worker);
    }

    /**
     * Works on the next message that is in the worker's queue already.
     *
     * @throws IllegalStateException when there is none
     */
    public Handled runNext(BaseWorker<?> worker) {
        sending.clear();
        Ended ended = new SingleStep(worker, parts)
                .run()
                .orElseThrow(() -> new IllegalStateException("there is no visible message in " + worker.queue()));
        List<Sent> sent = ended.ending().success()
                ? sending.stream()
                        .map(message -> new Sent(
                                message.queue(), json.readTree(message.body()), json.readTree(message.headers())))
                        .toList()
                : List.of();
        return new Handled(ended.delivery().messageId(), ended.ending(), ended.reason(), ended.cause(), sent);
    }
}
