package dev.producerdiscovery.worker.engine;

import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.budget.ProviderBudget;
import dev.producerdiscovery.worker.dedup.Deduplication;
import dev.producerdiscovery.worker.engine.running.WorkerEngine;
import dev.producerdiscovery.worker.pgmq.NotificationListener;
import dev.producerdiscovery.worker.pgmq.PgmqClient;
import dev.producerdiscovery.worker.pgmq.WakingSender;
import dev.producerdiscovery.worker.resilience.Backoff;
import dev.producerdiscovery.worker.resilience.Outage;
import dev.producerdiscovery.worker.resilience.Pause;
import dev.producerdiscovery.worker.resilience.SteadyClock;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Puts an engine together as a service does, but for what a test changes. */
public final class EngineKit {

    private final DataSource pool;
    private final JdbcClient jdbc;
    private final PgmqClient queues;
    private final NotificationListener listener;
    private WorkerSettings settings = WorkerSettings.defaults();
    private ProviderBudget budget = ProviderBudget.unlimited();
    private Deduplication deduplication = Deduplication.none();
    private JsonMapper json = JsonMapper.builder().build();
    private EndingListener endings = ended -> {};
    private InstantSource steady = new SteadyClock(Clock.systemUTC());

    /**
     * @param pool what settlements write through
     * @param server opens the connection that listens
     */
    public EngineKit(DataSource pool, DataSource server) {
        this.pool = pool;
        this.jdbc = JdbcClient.create(pool);
        this.queues = new PgmqClient(jdbc);
        Backoff backoff = new Backoff(
                Duration.ofMillis(10),
                Duration.ofMillis(200),
                () -> ThreadLocalRandom.current().nextLong());
        this.listener = new NotificationListener(server, queues, backoff, Pause.real());
    }

    public EngineKit with(WorkerSettings changed) {
        settings = changed;
        return this;
    }

    public EngineKit with(ProviderBudget changed) {
        budget = changed;
        return this;
    }

    public EngineKit with(Deduplication changed) {
        deduplication = changed;
        return this;
    }

    public EngineKit with(JsonMapper changed) {
        json = changed;
        return this;
    }

    public EngineKit measuringBy(InstantSource changed) {
        steady = changed;
        return this;
    }

    public EngineKit telling(EndingListener changed) {
        endings = changed;
        return this;
    }

    /** Writes through the pool, and inside a settlement within its transaction. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    public PgmqClient queues() {
        return queues;
    }

    public boolean listening() {
        return listener.connected();
    }

    public EngineParts parts() {
        Clock clock = Clock.systemUTC();
        return new EngineParts(
                settings,
                queues,
                new WakingSender(queues, listener::inserted),
                new TransactionTemplate(new JdbcTransactionManager(pool)),
                json,
                budget,
                deduplication,
                endings,
                new Outage("PostgreSQL", "The test waits.", clock),
                clock,
                steady,
                () -> ThreadLocalRandom.current().nextLong(),
                Pause.real());
    }

    /** To be started once. */
    public WorkerEngine engine(List<? extends BaseWorker<?>> workers) {
        return new WorkerEngine(workers, parts(), listener);
    }
}
