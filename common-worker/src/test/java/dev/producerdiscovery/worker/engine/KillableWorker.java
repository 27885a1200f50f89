package dev.producerdiscovery.worker.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.budget.ProviderBudget;
import dev.producerdiscovery.worker.dedup.Deduplication;
import dev.producerdiscovery.worker.pgmq.NotificationListener;
import dev.producerdiscovery.worker.pgmq.PgmqClient;
import dev.producerdiscovery.worker.resilience.Backoff;
import dev.producerdiscovery.worker.resilience.Outage;
import dev.producerdiscovery.worker.resilience.Pause;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A worker in a process of its own, for tests that kill it. Arguments: JDBC URL, user, password. */
final class KillableWorker {

    private KillableWorker() {}

    public static void main(String[] arguments) throws InterruptedException {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(arguments[0]);
        server.setUser(arguments[1]);
        server.setPassword(arguments[2]);
        HikariConfig config = new HikariConfig();
        config.setDataSource(server);
        config.setMaximumPoolSize(4);
        HikariDataSource pool = new HikariDataSource(config);
        JdbcClient jdbc = JdbcClient.create(pool);

        TestWorker worker = new TestWorker((note, delivery) -> {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(20));
            return Outcome.done(outbox -> {
                jdbc.sql("insert into effects (value) values (?::text)")
                        .param(note.text())
                        .update();
                outbox.send(WorkerBench.NEXT, Map.of("value", note.text()), "next:" + note.text());
            });
        });
        Backoff backoff = new Backoff(
                Duration.ofMillis(10),
                Duration.ofMillis(200),
                () -> ThreadLocalRandom.current().nextLong());
        new WorkerEngine(List.of(worker), parts(pool, jdbc), new NotificationListener(server, backoff, Pause.real()))
                .start();
        new CountDownLatch(1).await();
    }

    private static EngineParts parts(HikariDataSource pool, JdbcClient jdbc) {
        Clock clock = Clock.systemUTC();
        PgmqClient queues = new PgmqClient(jdbc);
        return new EngineParts(
                WorkerBench.settings(8, Duration.ofSeconds(2), Duration.ofSeconds(60)),
                queues,
                queues,
                new TransactionTemplate(new JdbcTransactionManager(pool)),
                JsonMapper.builder().build(),
                ProviderBudget.unlimited(),
                Deduplication.none(),
                endings -> {},
                new Outage("PostgreSQL", "The test waits.", clock),
                clock,
                () -> ThreadLocalRandom.current().nextLong(),
                Pause.real());
    }
}
