package dev.producerdiscovery.benchmarks.measure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** On what, and how, was measured. */
record Conditions(Server server, int runs, double scale) {

    List<String> lines() {
        Runtime.Version java = Runtime.version();
        return List.of(
                "%s, %d runs each, scale %s, contenders taking turns, a run before the first discarded"
                        .formatted(LocalDate.now(Clock.systemUTC()), runs, scale),
                "%d cores, %s %s, Java %s, PostgreSQL %s"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("os.name"),
                                System.getProperty("os.arch"),
                                java,
                                server.version()),
                "fsync, full_page_writes and synchronous_commit on, wal_level replica, shared_buffers 128 MB, "
                        + "max_wal_size 4 GB, autovacuum every 10 s; VACUUM ANALYZE and CHECKPOINT before each run",
                "one server for all, loopback TCP, a database and a process of its own for each contender; jobs of 200 "
                        + "bytes that do nothing; \"defaults\" is bound by timers and measured once");
    }
}
