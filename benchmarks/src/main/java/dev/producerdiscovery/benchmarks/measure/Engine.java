package dev.producerdiscovery.benchmarks.measure;

import java.util.Locale;

/** The engines that are compared, as far as those who measure have to know them. */
enum Engine {
    RAW(
            Platform.JVM,
            "pgmq.q_benchmark, pgmq.a_benchmark",
            "select exists (select from pgmq.q_benchmark where vt < now() + interval '30 minutes')"),
    ENGINE(
            Platform.JVM,
            "pgmq.q_benchmark, pgmq.a_benchmark",
            "select exists (select from pgmq.q_benchmark where vt < now() + interval '30 minutes')"),
    DB_SCHEDULER(
            Platform.JVM,
            "scheduled_tasks",
            "select exists (select from scheduled_tasks where execution_time < now() + interval '30 minutes')"),
    JOBRUNR(
            Platform.JVM,
            "jobrunr_jobs",
            "select exists (select from jobrunr_jobs where state in ('ENQUEUED', 'PROCESSING'))"),
    PG_BOSS(Platform.NODE, "pgboss.job", """
            select exists (
                select from pgboss.job where state < 'completed' and start_after < now() + interval '30 minutes')
            """),
    GRAPHILE_WORKER(Platform.NODE, "graphile_worker._private_jobs", """
            select exists (
                select from graphile_worker._private_jobs where run_at < now() + interval '30 minutes')
            """);

    enum Platform {
        JVM,
        NODE
    }

    private final Platform platform;
    private final String tables;
    private final String unfinished;

    /**
     * @param tables where jobs are, done or not
     * @param unfinished SQL that asks whether there is a job that is due or in hand, but not one parked for an hour
     */
    Engine(Platform platform, String tables, String unfinished) {
        this.platform = platform;
        this.tables = tables;
        this.unfinished = unfinished.strip().replaceAll("\\s+", " ");
    }

    /** What people call it by on the command line. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String database() {
        return "benchmark_" + name().toLowerCase(Locale.ROOT);
    }

    /** Whether its jobs are in PGMQ's tables, which the project's migrations make. */
    boolean usesPgmq() {
        return this == RAW || this == ENGINE;
    }

    Platform platform() {
        return platform;
    }

    String tables() {
        return tables;
    }

    String unfinished() {
        return unfinished;
    }
}
