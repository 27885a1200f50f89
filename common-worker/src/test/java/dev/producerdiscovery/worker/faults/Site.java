package dev.producerdiscovery.worker.faults;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.producerdiscovery.backend.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database in which handlers leave their effects, and the crews that work there. Thread-safe. */
final class Site implements AutoCloseable {

    private final DataSource worker;
    private final JdbcClient owner;
    private final ConcurrentLinkedQueue<AutoCloseable> open = new ConcurrentLinkedQueue<>();

    Site(DataSource owner, DataSource worker) {
        this.worker = worker;
        HikariConfig config = new HikariConfig();
        config.setDataSource(owner);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        this.owner = JdbcClient.create(add(new HikariDataSource(config)));
        this.owner
                .sql("create table effects (queue text not null, value text not null)")
                .update();
        this.owner.sql("grant insert, select on effects to pipeline_worker").update();
        register(Flood.QUEUE);
        register(Flood.NEXT);
    }

    static Site in(TestDatabase database) {
        Site site = new Site(database.owner(), database.worker());
        site.open.add(database);
        return site;
    }

    /** Waits for what happens in any case; the time is for a machine that does much else. */
    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20));
    }

    /** Opens a connection each time. */
    DataSource worker() {
        return worker;
    }

    JdbcClient owner() {
        return owner;
    }

    Crew crew(Tuning tuning) {
        return add(new Crew(worker, tuning));
    }

    /** Closed with this site. */
    final <T extends AutoCloseable> T add(T closed) {
        open.add(closed);
        return closed;
    }

    void register(String queue) {
        owner.sql("select register_queue(?::text)")
                .param(queue)
                .query(Boolean.class)
                .single();
    }

    long waiting(String queue) {
        return count("pgmq.q_" + queue);
    }

    /** Messages that somebody holds, or that wait for a later time. */
    long hidden(String queue) {
        return count("pgmq.q_" + queue + " where vt > clock_timestamp()");
    }

    long archived(String queue) {
        return count("pgmq.a_" + queue);
    }

    long dead(String queue) {
        return count("pgmq.q_" + queue + "_dlq");
    }

    long count(String table) {
        return owner.sql("select count(*) from " + table).query(Long.class).single();
    }

    List<String> effects(String queue) {
        return owner.sql("select value from effects where queue = ?::text")
                .param(queue)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    /** Lets the time of all leases pass. */
    void expireLeases(String queue) {
        owner.sql("update pgmq.q_" + queue + " set vt = clock_timestamp() where vt > clock_timestamp()")
                .update();
    }

    @Override
    public void close() {
        // At once: an engine that was cut off from the database takes its time.
        try (ExecutorService closing = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(open.stream()
                            .filter(closed -> !(closed instanceof TestDatabase))
                            .map(closed -> CompletableFuture.runAsync(() -> close(closed), closing))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
        open.stream()
                .filter(TestDatabase.class::isInstance)
                .map(TestDatabase.class::cast)
                .forEach(TestDatabase::close);
    }

    private static void close(AutoCloseable closed) {
        try {
            closed.close();
        } catch (Exception e) {
            throw new IllegalStateException(closed + " could not be closed", e);
        }
    }
}
