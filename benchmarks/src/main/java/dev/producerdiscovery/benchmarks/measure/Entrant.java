package dev.producerdiscovery.benchmarks.measure;

import dev.producerdiscovery.benchmarks.report.Report;
import java.util.List;
import java.util.stream.Stream;

/**
 * An engine with the settings it is measured with.
 *
 * @param variant what the contender calls these settings
 * @param label what readers call them
 * @param kind what else is compared with it
 */
record Entrant(Engine engine, String variant, String label, Kind kind) {

    enum Kind {
        /** Once for each engine: its documented fast settings, of this project's engine those comparable with the limit. */
        FAST,
        /** Further settings that are worth a look where jobs are worked on. */
        FURTHER,
        /** As it comes. Bound by timers, not by the machine, so that it is measured once and not warmed up. */
        DEFAULTS
    }

    private static final List<Entrant> ALL = List.of(
            new Entrant(Engine.RAW, "1", Report.LIMIT, Kind.FAST),
            new Entrant(Engine.RAW, "2", Report.LIMIT + ", 2 connections", Kind.FURTHER),
            new Entrant(Engine.RAW, "4", Report.LIMIT + ", 4 connections", Kind.FURTHER),
            new Entrant(Engine.ENGINE, "plain", Report.ENGINE, Kind.FAST),
            new Entrant(Engine.ENGINE, "fast", Report.FAST_ENGINE, Kind.FURTHER),
            new Entrant(Engine.ENGINE, "batches", "worker engine, batch handler", Kind.FURTHER),
            new Entrant(Engine.ENGINE, "deduplicating", "worker engine, deduplicating", Kind.FURTHER),
            new Entrant(Engine.DB_SCHEDULER, "fast", "db-scheduler", Kind.FAST),
            new Entrant(Engine.DB_SCHEDULER, "defaults", "db-scheduler, defaults", Kind.DEFAULTS),
            new Entrant(Engine.JOBRUNR, "fast", "JobRunr", Kind.FAST),
            new Entrant(Engine.JOBRUNR, "defaults", "JobRunr, defaults", Kind.DEFAULTS),
            new Entrant(Engine.PG_BOSS, "fast", "pg-boss", Kind.FAST),
            new Entrant(Engine.PG_BOSS, "defaults", "pg-boss, defaults", Kind.DEFAULTS),
            new Entrant(Engine.GRAPHILE_WORKER, "fast", "graphile-worker", Kind.FAST),
            new Entrant(Engine.GRAPHILE_WORKER, "defaults", "graphile-worker, defaults", Kind.DEFAULTS));

    static Stream<Entrant> all() {
        return ALL.stream();
    }

    static Stream<Entrant> fast() {
        return all().filter(entrant -> entrant.kind == Kind.FAST);
    }

    /** Whether it takes part in this run. */
    boolean in(int run) {
        return kind != Kind.DEFAULTS || run == 0;
    }
}
