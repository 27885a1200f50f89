package dev.producerdiscovery.worker.autoconfigure;

import dev.producerdiscovery.worker.BaseWorker;
import dev.producerdiscovery.worker.budget.BudgetAutoConfiguration;
import dev.producerdiscovery.worker.budget.ProviderBudget;
import dev.producerdiscovery.worker.dedup.Deduplication;
import dev.producerdiscovery.worker.dedup.RedisDeduplication;
import dev.producerdiscovery.worker.engine.EndingListener;
import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.engine.WorkerSettings;
import dev.producerdiscovery.worker.engine.running.WorkerEngine;
import dev.producerdiscovery.worker.pgmq.NotificationListener;
import dev.producerdiscovery.worker.pgmq.PgmqClient;
import dev.producerdiscovery.worker.pgmq.WakingSender;
import dev.producerdiscovery.worker.report.EndingLog;
import dev.producerdiscovery.worker.report.Reports;
import dev.producerdiscovery.worker.report.WorkerMeters;
import dev.producerdiscovery.worker.resilience.Outage;
import dev.producerdiscovery.worker.resilience.Pause;
import dev.producerdiscovery.worker.resilience.RedisGate;
import dev.producerdiscovery.worker.resilience.SteadyClock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Runs every {@link BaseWorker} bean of the application. */
@AutoConfiguration(
        after = {
            BudgetAutoConfiguration.class,
            JacksonAutoConfiguration.class,
            DataRedisAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class,
            TransactionAutoConfiguration.class,
            CompositeMeterRegistryAutoConfiguration.class
        })
@ConditionalOnBean(BaseWorker.class)
@EnableConfigurationProperties(WorkerSettings.class)
public class WorkerAutoConfiguration {

    private static final Duration ISSUE_QUIET = Duration.ofMinutes(10);

    @Bean
    @ConditionalOnMissingBean
    Deduplication deduplication(
            ObjectProvider<StringRedisTemplate> redis, RedisGate gate, PgmqClient queues, WorkerSettings settings) {
        StringRedisTemplate template = redis.getIfUnique();
        return template == null
                ? Deduplication.none()
                : new RedisDeduplication(
                        template, gate, queues, settings.maxHandlingTime(), settings.deduplicationTime());
    }

    @Bean(initMethod = "start")
    Reports workerReports(JdbcClient jdbc, JsonMapper json, Clock clock) {
        return new Reports(jdbc, json, clock, ISSUE_QUIET);
    }

    @Bean
    WorkerEngine workerEngine(
            ObjectProvider<BaseWorker<?>> workers,
            WorkerSettings settings,
            PgmqClient queues,
            TransactionTemplate transactions,
            JsonMapper json,
            ProviderBudget budget,
            Deduplication deduplication,
            Reports reports,
            MeterRegistry meters,
            NotificationListener listener,
            Clock clock) {
        List<EndingListener> listeners = List.of(new EndingLog(clock), new WorkerMeters(meters), reports);
        EngineParts parts = new EngineParts(
                settings,
                queues,
                new WakingSender(queues, listener::inserted),
                transactions,
                json,
                budget,
                deduplication,
                endings -> listeners.forEach(told -> told.ended(endings)),
                new Outage("PostgreSQL", "Work goes on when it is back; results in hand are kept.", clock),
                clock,
                new SteadyClock(clock),
                () -> ThreadLocalRandom.current().nextLong(),
                Pause.real());
        WorkerEngine engine = new WorkerEngine(workers.orderedStream().toList(), parts, listener);
        listener.subscribe(BudgetAutoConfiguration.CHANNEL, engine::wake);
        engine.queues()
                .forEach(queue -> Gauge.builder("worker.busy", engine, source -> source.busy(queue))
                        .description("Messages in hand")
                        .tag("queue", queue)
                        .register(meters));
        Gauge.builder("worker.listening", listener, source -> source.connected() ? 1 : 0)
                .description("1 while insertions are notified, 0 while queues are only polled")
                .register(meters);
        return engine;
    }

    @Bean
    HealthIndicator workerHealthIndicator(WorkerEngine engine, NotificationListener listener) {
        return new WorkerHealth(engine, listener);
    }
}
