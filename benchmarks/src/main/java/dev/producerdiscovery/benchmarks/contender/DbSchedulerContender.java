package dev.producerdiscovery.benchmarks.contender;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * db-scheduler 16. Variant {@code fast}: {@code lock-and-fetch} with limits 1.0 and 4.0, what its README advises for high
 * throughput (https://github.com/kagkarlsson/db-scheduler#polling-strategy), the 20 threads of its own measurement
 * (https://github.com/kagkarlsson/db-scheduler/blob/master/docs/performance.md), and immediate execution, which wakes the
 * scheduler in the process that enqueues. Variant {@code defaults}: 10 threads that fetch and then lock, a look every 10 s.
 */
final class DbSchedulerContender implements Contender {

    private static final String TASK = "benchmark";
    private static final int FAST_THREADS = 20;
    private static final int DEFAULT_THREADS = 10;

    private final DataSource database;
    private @Nullable Scheduler running;

    DbSchedulerContender(DataSource database) {
        this.database = database;
    }

    /** The table as its documentation has it for PostgreSQL. */
    @Override
    public void install() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table if not exists scheduled_tasks (
                        task_name text not null,
                        task_instance text not null,
                        task_data bytea,
                        execution_time timestamptz,
                        picked boolean not null,
                        picked_by text,
                        last_success timestamptz,
                        last_failure timestamptz,
                        consecutive_failures integer,
                        last_heartbeat timestamptz,
                        version bigint not null,
                        priority smallint,
                        state text,
                        primary key (task_name, task_instance))
                    """);
            statement.execute("create index if not exists execution_time_idx on scheduled_tasks (execution_time)");
            statement.execute("create index if not exists last_heartbeat_idx on scheduled_tasks (last_heartbeat)");
            statement.execute("""
                    create index if not exists priority_execution_time_idx
                    on scheduled_tasks (priority desc, execution_time)
                    """);
        }
    }

    @Override
    public Producer producer(String variant) {
        HikariDataSource pool = Pools.of(database, 1);
        OneTimeTask<String> task = Tasks.oneTime(TASK, String.class).execute((instance, context) -> {});
        // Only the scheduler itself knows that it may be woken.
        SchedulerClient client =
                running == null ? SchedulerClient.Builder.create(pool, task).build() : running;
        return new Producer() {
            @Override
            public void enqueue(int first, int count) {
                if (count == 1) {
                    client.scheduleIfNotExists(job(first), Instant.now());
                } else {
                    client.scheduleBatch(jobs(first, count), Instant.now());
                }
            }

            @Override
            public void close() {
                pool.close();
            }
        };
    }

    private static List<TaskInstance<?>> jobs(int first, int count) {
        List<TaskInstance<?>> jobs = new ArrayList<>(count);
        for (int number = first; number < first + count; number++) {
            jobs.add(job(number));
        }
        return jobs;
    }

    private static TaskInstance<String> job(int number) {
        return new TaskInstance<>(TASK, String.valueOf(number), JobBody.of(number));
    }

    @Override
    public void park(int count) {
        try (HikariDataSource pool = Pools.of(database, 1)) {
            Stream<TaskInstance<?>> jobs =
                    Stream.iterate(-count, number -> number + 1).limit(count).map(DbSchedulerContender::job);
            SchedulerClient.Builder.create(
                            pool, Tasks.oneTime(TASK, String.class).execute((instance, context) -> {}))
                    .build()
                    .scheduleBatch(jobs, Instant.now().plus(Duration.ofHours(1)));
        }
    }

    @Override
    public Worker work(Work work) {
        boolean fast = work.variant().equals("fast");
        // A thread needs a connection to complete its job, and one more fetches.
        HikariDataSource pool = Pools.of(database, (fast ? FAST_THREADS : DEFAULT_THREADS) + 2);
        JdbcClient jdbc = JdbcClient.create(pool);
        OneTimeTask<String> task = Tasks.oneTime(TASK, String.class).execute((instance, context) -> {
            int number = Integer.parseInt(instance.getId());
            work.handler().accept(number);
            if (work.effects()) {
                jdbc.sql(Work.INSERT_EFFECT).param(number).update();
            }
        });
        SchedulerBuilder builder = Scheduler.create(pool, task).shutdownMaxWait(Duration.ofSeconds(5));
        if (fast) {
            builder.threads(FAST_THREADS)
                    .pollUsingLockAndFetch(1.0, 4.0)
                    .pollingInterval(Duration.ofSeconds(1))
                    .enableImmediateExecution();
        }
        Scheduler scheduler = builder.build();
        scheduler.start();
        running = scheduler;
        return () -> {
            running = null;
            scheduler.stop();
            pool.close();
        };
    }
}
