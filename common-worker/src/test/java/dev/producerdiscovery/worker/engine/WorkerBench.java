package dev.producerdiscovery.worker.engine;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.producerdiscovery.backend.testing.TestDatabase;
import dev.producerdiscovery.migrations.PipelineRole;
import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.budget.ProviderBudget;
import dev.producerdiscovery.worker.dedup.Deduplication;
import dev.producerdiscovery.worker.engine.running.WorkerEngine;
import dev.producerdiscovery.worker.pgmq.PgmqClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/**
 * Empty queues, a table in which handlers leave their effects, and engines that work on them the way services do:
 * pooled, and logged in as a worker. A database serves one test after the other, and as many are made as tests run beside
 * each other.
 */
public final class WorkerBench implements AutoCloseable {

    public static final String QUEUE = "artist_discovery";
    public static final String NEXT = "album_discovery";

    private static final ConcurrentLinkedQueue<TestDatabase> FREE = new ConcurrentLinkedQueue<>();

    private final TestDatabase database = Optional.ofNullable(FREE.poll()).orElseGet(TestDatabase::fresh);
    private final HikariDataSource pool;
    private final JdbcClient owner;
    private final JdbcClient jdbc;
    private final PgmqClient queues;
    private final List<WorkerEngine> engines = new ArrayList<>();
    private final ConcurrentLinkedQueue<Ended> endings = new ConcurrentLinkedQueue<>();
    private final Map<WorkerEngine, EngineKit> kits = new HashMap<>();
    private WorkerSettings settings = settings(8, Duration.ofSeconds(30), Duration.ofSeconds(60));
    private ProviderBudget budget = ProviderBudget.unlimited();
    private Deduplication deduplication = Deduplication.none();
    private JsonMapper json = JsonMapper.builder().build();

    public WorkerBench() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.worker());
        config.setMaximumPoolSize(8);
        config.setConnectionTimeout(5_000);
        pool = new HikariDataSource(config);
        owner = JdbcClient.create(database.owner());
        jdbc = JdbcClient.create(pool);
        queues = new PgmqClient(jdbc);
        owner.sql("select register_queue(?::text), register_queue(?::text)")
                .params(QUEUE, NEXT)
                .query()
                .listOfRows();
        owner.sql("""
                        create table if not exists effects (
                            value text not null,
                            at timestamptz not null default clock_timestamp())
                        """).update();
        owner.sql("grant insert, select on effects to pipeline_worker").update();
        owner.sql("""
                        truncate effects, worker_issues, worker_heartbeats, queue_metrics, provider_budgets, provider_usage,
                            pgmq_dead_letter_items,
                            pgmq.q_artist_discovery, pgmq.a_artist_discovery, pgmq.q_artist_discovery_dlq,
                            pgmq.q_album_discovery, pgmq.a_album_discovery
                        """).update();
        activate(true);
    }

    void activate(boolean active) {
        owner.sql("update queue_registry set active = ?::boolean where queue_name = ?::text")
                .params(active, QUEUE)
                .update();
    }

    static WorkerSettings settings(int concurrency, Duration lease, Duration maxHandlingTime) {
        return settings(concurrency, 16, lease, maxHandlingTime);
    }

    static WorkerSettings settings(int concurrency, int settleGroup, Duration lease, Duration maxHandlingTime) {
        return new WorkerSettings(
                concurrency,
                50,
                settleGroup,
                lease,
                maxHandlingTime,
                3,
                Duration.ofMillis(1),
                Duration.ofMillis(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                DataSize.ofMegabytes(1),
                Duration.ofMinutes(5),
                3);
    }

    WorkerBench with(WorkerSettings changed) {
        settings = changed;
        return this;
    }

    WorkerBench with(ProviderBudget changed) {
        budget = changed;
        return this;
    }

    WorkerBench with(Deduplication changed) {
        deduplication = changed;
        return this;
    }

    WorkerBench with(JsonMapper changed) {
        json = changed;
        return this;
    }

    public TestDatabase database() {
        return database;
    }

    public JdbcClient owner() {
        return owner;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public PgmqClient queues() {
        return queues;
    }

    WorkerEngine start(BaseWorker<?>... workers) {
        EngineKit kit = new EngineKit(pool, database.worker())
                .with(settings)
                .with(budget)
                .with(deduplication)
                .with(json)
                .telling(endings::addAll);
        WorkerEngine engine = kit.engine(List.of(workers));
        engines.add(engine);
        kits.put(engine, kit);
        engine.start();
        return engine;
    }

    boolean listening(WorkerEngine engine) {
        EngineKit kit = kits.get(engine);
        return kit != null && kit.listening();
    }

    /** Ends the sessions whose last statement was like this, except those of servers and of the test itself. */
    void terminateBackends(String lastStatement) {
        JdbcClient.create(database.superuser())
                .sql("""
                        select pg_terminate_backend(pid)
                        from pg_stat_activity
                        where datname = ?::text
                          and usename = ?::text
                          and query ilike ?::text
                        """)
                .params(
                        database.address().database(),
                        database.login(PipelineRole.WORKER).user(),
                        lastStatement)
                .query(Boolean.class)
                .list();
    }

    public long send(String body) {
        return queues.sendRaw(QUEUE, body);
    }

    void sendNumbered(int count) {
        owner.sql("select pgmq.send_batch(?::text, array(select jsonb_build_object('value', n::text)"
                        + " from generate_series(1, ?::integer) n))")
                .params(QUEUE, count)
                .query(Long.class)
                .list();
    }

    public void effect(String value) {
        jdbc.sql("insert into effects (value) values (?::text)").param(value).update();
    }

    public List<String> effects() {
        return owner.sql("select value from effects order by at")
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    /** What settlements write through. */
    public DataSource pool() {
        return pool;
    }

    public long waiting(String queue) {
        return count("pgmq.q_" + queue);
    }

    long archived(String queue) {
        return count("pgmq.a_" + queue);
    }

    public long dead(String queue) {
        return count("pgmq.q_" + queue + "_dlq");
    }

    public long count(String table) {
        return owner.sql("select count(*) from " + table).query(Long.class).single();
    }

    List<Ending> endings() {
        return endings.stream().map(Ended::ending).toList();
    }

    @Override
    public void close() {
        engines.forEach(WorkerEngine::stop);
        requireAllGivenBack(pool);
        pool.close();
        FREE.add(database);
    }

    /** Tests run beside each other here, so each looks after its own pool. */
    public static void requireAllGivenBack(HikariDataSource pool) {
        await("connections are given back")
                .atMost(Duration.ofSeconds(20))
                .until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
    }
}
