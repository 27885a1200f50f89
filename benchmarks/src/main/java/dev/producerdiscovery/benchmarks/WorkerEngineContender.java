package dev.producerdiscovery.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.budget.ProviderBudget;
import dev.producerdiscovery.worker.dedup.Deduplication;
import dev.producerdiscovery.worker.engine.Ended;
import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.engine.WorkerEngine;
import dev.producerdiscovery.worker.engine.WorkerSettings;
import dev.producerdiscovery.worker.pgmq.NotificationListener;
import dev.producerdiscovery.worker.pgmq.PgmqClient;
import dev.producerdiscovery.worker.resilience.Backoff;
import dev.producerdiscovery.worker.resilience.Outage;
import dev.producerdiscovery.worker.resilience.Pause;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The worker engine with a handler that does nothing: as many slots, and as large settling groups, as the batch. */
final class WorkerEngineContender implements Contender {

    @Override
    public String name() {
        return "worker engine";
    }

    @Override
    public void drain(DataSource dataSource, String queue, int messages, int batch) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(messages);
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(4);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), WorkerEngineContender::random);
            WorkerEngine engine = new WorkerEngine(
                    List.of(new Idle(queue)),
                    parts(pool, batch, left),
                    new NotificationListener(dataSource, backoff, Pause.real()));
            engine.start();
            left.await();
            engine.stop();
        }
    }

    private static EngineParts parts(HikariDataSource pool, int batch, CountDownLatch left) {
        Clock clock = Clock.systemUTC();
        PgmqClient queues = new PgmqClient(JdbcClient.create(pool));
        return new EngineParts(
                settings(batch),
                queues,
                queues,
                new TransactionTemplate(new JdbcTransactionManager(pool)),
                JsonMapper.builder().build(),
                ProviderBudget.unlimited(),
                Deduplication.none(),
                endings -> endings.forEach(ended -> count(ended, left)),
                new Outage("PostgreSQL", "The measurement is void.", clock),
                clock,
                WorkerEngineContender::random,
                Pause.real());
    }

    private static void count(Ended ended, CountDownLatch left) {
        if (ended.ending().success()) {
            left.countDown();
        }
    }

    private static WorkerSettings settings(int batch) {
        return new WorkerSettings(
                batch,
                batch,
                batch,
                Duration.ofSeconds(30),
                Duration.ofMinutes(10),
                8,
                Duration.ofSeconds(2),
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                DataSize.ofMegabytes(1),
                Duration.ofHours(1));
    }

    private static long random() {
        return ThreadLocalRandom.current().nextLong();
    }

    private static final class Idle extends BaseWorker<JsonNode> {

        Idle(String queue) {
            super(queue, JsonNode.class);
        }

        @Override
        public Outcome handle(JsonNode message, Delivery delivery) {
            return Outcome.done();
        }
    }
}
