package dev.producerdiscovery.benchmarks.contender;

import static org.jobrunr.server.BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.scheduling.JobBuilder;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.jobrunr.utils.mapper.JsonMapper;
import org.jobrunr.utils.mapper.jackson3.Jackson3JsonMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * JobRunr 8, the open-source edition. Variant {@code fast}: 64 workers on virtual threads, which it recommends for
 * throughput (https://www.jobrunr.io/en/documentation/configuration/virtual-threads/), and the shortest poll interval it takes, 5 s. Variant
 * {@code defaults}: 16 workers a core on virtual threads, a look every 15 s; in both a worker that falls idle looks at
 * once (https://www.jobrunr.io/en/documentation/background-methods/background-job-servers/).
 */
final class JobRunrContender implements Contender {

    private static final int FAST_WORKERS = 64;
    private static final Duration SHORTEST_POLL_INTERVAL = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 16;
    private static final int PARKED_AT_ONCE = 1000;

    private final DataSource database;

    JobRunrContender(DataSource database) {
        this.database = database;
    }

    /** Its storage creates what it misses. */
    @Override
    public void install() {
        try (HikariDataSource pool = Pools.of(database, 1)) {
            storage(pool, new Jackson3JsonMapper()).close();
        }
    }

    @Override
    public Producer producer(String variant) {
        HikariDataSource pool = Pools.of(database, 1);
        JobRequestScheduler scheduler = new JobRequestScheduler(storage(pool, new Jackson3JsonMapper()));
        return new Producer() {
            @Override
            public void enqueue(int first, int count) {
                if (count == 1) {
                    scheduler.enqueue(new JobRunrJob(first, JobBody.of(first)));
                } else {
                    scheduler.enqueue(IntStream.range(first, first + count)
                            .mapToObj(number -> new JobRunrJob(number, JobBody.of(number))));
                }
            }

            @Override
            public void close() {
                scheduler.shutdown();
                pool.close();
            }
        };
    }

    @Override
    public void park(int count) {
        try (HikariDataSource pool = Pools.of(database, 1)) {
            JobRequestScheduler scheduler = new JobRequestScheduler(storage(pool, new Jackson3JsonMapper()));
            Instant due = Instant.now().plus(Duration.ofHours(1));
            for (int first = 0; first < count; first += PARKED_AT_ONCE) {
                scheduler.create(IntStream.range(first, Math.min(count, first + PARKED_AT_ONCE))
                        .mapToObj(number -> JobBuilder.aJob()
                                .scheduleAt(due)
                                .withJobRequest(new JobRunrJob(-1 - number, JobBody.of(number)))));
            }
            scheduler.shutdown();
        }
    }

    @Override
    public Worker work(Work work) {
        HikariDataSource pool = Pools.of(database, CONNECTIONS);
        JdbcClient jdbc = JdbcClient.create(pool);
        JsonMapper json = new Jackson3JsonMapper();
        BackgroundJobServerConfiguration configuration = usingStandardBackgroundJobServerConfiguration();
        if (work.variant().equals("fast")) {
            configuration.andWorkerCount(FAST_WORKERS).andPollInterval(SHORTEST_POLL_INTERVAL);
        }
        JobRunrJob.Handler handler = new JobRunrJob.Handler(number -> handle(work, jdbc, number));
        PostgresStorageProvider storage = storage(pool, json);
        BackgroundJobServer server = new BackgroundJobServer(storage, json, new Activator(handler), configuration);
        server.start();
        return () -> {
            server.stop();
            storage.close();
            pool.close();
        };
    }

    private static void handle(Work work, JdbcClient jdbc, int number) {
        work.handler().accept(number);
        if (work.effects()) {
            jdbc.sql(Work.INSERT_EFFECT).param(number).update();
        }
    }

    private static PostgresStorageProvider storage(DataSource pool, JsonMapper json) {
        PostgresStorageProvider storage = new PostgresStorageProvider(pool);
        storage.setJobMapper(new JobMapper(json));
        return storage;
    }

    /** Hands out the one handler there is. */
    private record Activator(JobRunrJob.Handler handler) implements JobActivator {

        @Override
        public <T> T activateJob(Class<T> type) {
            return type.cast(handler);
        }
    }
}
