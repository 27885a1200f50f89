package dev.producerdiscovery.worker.faults;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.dedup.Deduplication;
import dev.producerdiscovery.worker.engine.Ended;
import dev.producerdiscovery.worker.engine.Ending;
import dev.producerdiscovery.worker.engine.EngineKit;
import dev.producerdiscovery.worker.engine.WorkerBench;
import dev.producerdiscovery.worker.engine.running.WorkerEngine;
import dev.producerdiscovery.worker.pgmq.PgmqClient;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One worker process, as far as the database can tell: a pool, a listening connection and an engine. */
final class Crew implements AutoCloseable {

    private final HikariDataSource pool;
    private final EngineKit kit;
    private final ConcurrentLinkedQueue<Ended> endings = new ConcurrentLinkedQueue<>();
    private Optional<WorkerEngine> engine = Optional.empty();

    Crew(DataSource server, Tuning tuning) {
        this(server, tuning, 4);
    }

    Crew(DataSource server, Tuning tuning, int connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(server);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(1_000);
        config.setValidationTimeout(500);
        config.setInitializationFailTimeout(-1);
        pool = new HikariDataSource(config);
        kit = new EngineKit(pool, server).with(tuning.settings()).telling(endings::addAll);
    }

    Crew remembering(Function<PgmqClient, Deduplication> deduplication) {
        kit.with(deduplication.apply(kit.queues()));
        return this;
    }

    /** What handlers of this process use. */
    JdbcClient jdbc() {
        return kit.jdbc();
    }

    PgmqClient queues() {
        return kit.queues();
    }

    DataSource pool() {
        return pool;
    }

    Crew start(List<? extends BaseWorker<?>> workers) {
        WorkerEngine started = kit.engine(workers);
        engine = Optional.of(started);
        started.start();
        return this;
    }

    Crew start(BaseWorker<?> worker) {
        return start(List.of(worker));
    }

    WorkerEngine engine() {
        return engine.orElseThrow();
    }

    boolean ready() {
        return engine().state() == WorkerEngine.State.READY && kit.listening();
    }

    List<Ending> endings() {
        return endings.stream().map(Ended::ending).toList();
    }

    @Override
    public void close() {
        engine.ifPresent(WorkerEngine::stop);
        WorkerBench.requireAllGivenBack(pool);
        pool.close();
    }
}
