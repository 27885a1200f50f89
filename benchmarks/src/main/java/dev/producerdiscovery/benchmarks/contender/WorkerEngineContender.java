package dev.producerdiscovery.benchmarks.contender;

import com.zaxxer.hikari.HikariDataSource;
import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.BatchWorker;
import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.Outcome;
import dev.producerdiscovery.worker.Received;
import dev.producerdiscovery.worker.budget.ProviderBudget;
import dev.producerdiscovery.worker.dedup.Deduplication;
import dev.producerdiscovery.worker.dedup.RedisDeduplication;
import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.engine.WorkerSettings;
import dev.producerdiscovery.worker.engine.running.WorkerEngine;
import dev.producerdiscovery.worker.pgmq.MessageSender;
import dev.producerdiscovery.worker.pgmq.NotificationListener;
import dev.producerdiscovery.worker.pgmq.OutgoingMessage;
import dev.producerdiscovery.worker.pgmq.PgmqClient;
import dev.producerdiscovery.worker.pgmq.WakingSender;
import dev.producerdiscovery.worker.resilience.Backoff;
import dev.producerdiscovery.worker.resilience.Outage;
import dev.producerdiscovery.worker.resilience.Pause;
import dev.producerdiscovery.worker.resilience.RedisGate;
import dev.producerdiscovery.worker.resilience.SteadyClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * This project's worker engine: as many slots, and as large settling groups, as the batch. It has a pool of four
 * connections and one that listens, as a service has. The variant {@code batches} handles all messages of a batch in one
 * call, {@code fast} has slots for two of them beside, so that one is settled while the other is handled, and
 * {@code deduplicating} keeps its marks in Redis. Effects are written by the settlement.
 */
final class WorkerEngineContender implements Contender {

    private static final String DEDUPLICATING = "deduplicating";
    private static final String BATCHES = "batches";
    private static final String FAST = "fast";
    private static final String QUEUE = "benchmark";
    private static final int CONNECTIONS = 4;

    private final DataSource owner;
    private final DataSource worker;
    private final String redisUrl;
    private volatile NotificationListener listener;

    /** @param owner may register queues, {@code worker} is what services connect as */
    WorkerEngineContender(DataSource owner, DataSource worker, String redisUrl) {
        this.owner = owner;
        this.worker = worker;
        this.redisUrl = redisUrl;
        this.listener = listener(worker);
    }

    @Override
    public void install() throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select register_queue('benchmark')");
        }
    }

    @Override
    public Producer producer(String variant) {
        HikariDataSource pool = Pools.of(worker, 1);
        MessageSender queues =
                new WakingSender(new PgmqClient(JdbcClient.create(pool)), queue -> listener.inserted(queue));
        return new Producer() {
            @Override
            public void enqueue(int first, int count) {
                queues.send(IntStream.range(first, first + count)
                        .mapToObj(number -> new OutgoingMessage(QUEUE, JobBody.of(number), "{}"))
                        .toList());
            }

            @Override
            public void close() {
                pool.close();
            }
        };
    }

    @Override
    public void park(int count) throws SQLException {
        ParkedMessages.send(owner, count);
    }

    @Override
    public Worker work(Work work) {
        HikariDataSource pool = Pools.of(worker, CONNECTIONS);
        LettuceConnectionFactory redis =
                new LettuceConnectionFactory(LettuceConnectionFactory.createRedisConfiguration(redisUrl));
        JdbcClient jdbc = JdbcClient.create(pool);
        PgmqClient queues = new PgmqClient(jdbc);
        WorkerSettings settings = settings(work.batch(), work.variant().equals(FAST) ? 2 : 1);
        Deduplication deduplication =
                work.variant().equals(DEDUPLICATING) ? inRedis(redis, queues, settings) : Deduplication.none();
        EngineParts parts = new EngineParts(
                settings,
                queues,
                queues,
                new TransactionTemplate(new JdbcTransactionManager(pool)),
                JsonMapper.builder().build(),
                ProviderBudget.unlimited(),
                deduplication,
                endings -> {},
                new Outage("PostgreSQL", "The measurement is void.", Clock.systemUTC()),
                Clock.systemUTC(),
                new SteadyClock(Clock.systemUTC()),
                WorkerEngineContender::random,
                Pause.real());
        listener = listener(pool);
        WorkerEngine engine = new WorkerEngine(List.of(stage(work, jdbc)), parts, listener);
        engine.start();
        return () -> {
            engine.stop();
            redis.destroy();
            pool.close();
        };
    }

    /** @param calls what it sends its own notifications over */
    private NotificationListener listener(DataSource calls) {
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), WorkerEngineContender::random);
        return new NotificationListener(worker, new PgmqClient(JdbcClient.create(calls)), backoff, Pause.real());
    }

    private static Deduplication inRedis(LettuceConnectionFactory redis, PgmqClient queues, WorkerSettings settings) {
        redis.afterPropertiesSet();
        redis.start();
        RedisGate gate = new RedisGate(
                new Outage("Redis", "The measurement is void.", Clock.systemUTC()),
                Clock.systemUTC(),
                Duration.ofSeconds(5));
        return new RedisDeduplication(
                new StringRedisTemplate(redis), gate, queues, settings.maxHandlingTime(), settings.deduplicationTime());
    }

    private static WorkerSettings settings(int batch, int batches) {
        WorkerSettings defaults = WorkerSettings.defaults();
        return new WorkerSettings(
                batches * batch,
                batch,
                batch,
                defaults.lease(),
                defaults.maxHandlingTime(),
                defaults.maxAttempts(),
                defaults.backoffBase(),
                defaults.backoffCap(),
                defaults.safetyPoll(),
                defaults.gracePeriod(),
                defaults.maxBody(),
                defaults.deduplicationTime(),
                defaults.maxDeaths());
    }

    private static long random() {
        return ThreadLocalRandom.current().nextLong();
    }

    private static BaseWorker<JsonNode> stage(Work work, JdbcClient jdbc) {
        return work.variant().equals(BATCHES) || work.variant().equals(FAST)
                ? new BatchStage(work, jdbc)
                : new Stage(work, jdbc);
    }

    private static Outcome handle(JsonNode message, Work work, JdbcClient jdbc) {
        int number = message.path("number").asInt();
        work.handler().accept(number);
        return work.effects()
                ? Outcome.done(
                        outbox -> jdbc.sql(Work.INSERT_EFFECT).param(number).update())
                : Outcome.done();
    }

    private static final class Stage extends BaseWorker<JsonNode> {

        private final Work work;
        private final JdbcClient jdbc;

        Stage(Work work, JdbcClient jdbc) {
            super(QUEUE, JsonNode.class);
            this.work = work;
            this.jdbc = jdbc;
        }

        @Override
        public Outcome handle(JsonNode message, Delivery delivery) {
            return WorkerEngineContender.handle(message, work, jdbc);
        }
    }

    private static final class BatchStage extends BatchWorker<JsonNode> {

        private final Work work;
        private final JdbcClient jdbc;

        BatchStage(Work work, JdbcClient jdbc) {
            super(QUEUE, JsonNode.class, work.batch());
            this.work = work;
            this.jdbc = jdbc;
        }

        @Override
        public List<Outcome> handle(List<Received<JsonNode>> messages) {
            return messages.stream()
                    .map(received -> WorkerEngineContender.handle(received.message(), work, jdbc))
                    .toList();
        }
    }
}
