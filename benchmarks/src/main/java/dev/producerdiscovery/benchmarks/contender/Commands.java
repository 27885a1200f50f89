package dev.producerdiscovery.benchmarks.contender;

import com.sun.management.OperatingSystemMXBean;
import dev.producerdiscovery.benchmarks.contender.Contender.Producer;
import dev.producerdiscovery.benchmarks.contender.Contender.Worker;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a contender can be told to do. Times are microseconds. */
final class Commands {

    /** Longer than any poll interval, and than what is measured takes on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Contender contender;
    private final DataSource database;
    private final String unfinished;
    private volatile @Nullable HandledJobs current;
    private @Nullable Worker worker;

    /** @param unfinished SQL that asks whether a due job is left */
    Commands(Contender contender, DataSource database, String unfinished) {
        this.contender = contender;
        this.database = database;
        this.unfinished = unfinished;
    }

    String obey(String[] words) throws Exception {
        return switch (words[0]) {
            case "install" -> {
                contender.install();
                yield "";
            }
            case "enqueue" -> enqueue(words[1], number(words[2]), number(words[3]), number(words[4]));
            case "park" -> {
                contender.park(number(words[1]));
                yield "";
            }
            case "drain" -> drain(words[1], number(words[2]), number(words[3]), number(words[4]));
            case "latency" -> latency(words[1], number(words[2]), number(words[3]), number(words[4]));
            case "work" -> {
                worker = contender.work(work(words[1], number(words[2]), words[3].equals("effects")));
                yield "";
            }
            case "rest" -> rest();
            case "memory" -> memory();
            default -> throw new IllegalArgumentException("no such command: " + words[0]);
        };
    }

    private static int number(String word) {
        return Integer.parseInt(word);
    }

    private Work work(String variant, int batch, boolean effects) {
        return new Work(variant, batch, this::handle, effects);
    }

    private void handle(int number) {
        HandledJobs expected = current;
        if (expected != null) {
            expected.handle(number);
        }
    }

    private String enqueue(String variant, int first, int count, int group) throws Exception {
        List<Long> calls = new ArrayList<>(count / group);
        try (Producer producer = contender.producer(variant)) {
            long cpu = SYSTEM.getProcessCpuTime();
            long start = System.nanoTime();
            for (int number = first; number < first + count; number += group) {
                long before = System.nanoTime();
                producer.enqueue(number, Math.min(group, first + count - number));
                calls.add(System.nanoTime() - before);
            }
            return "took=" + micros(System.nanoTime() - start)
                    + " cpu=" + micros(SYSTEM.getProcessCpuTime() - cpu)
                    + " samples=" + samples(calls);
        }
    }

    /** From the first start of a handler until the database has no due job left. */
    private String drain(String variant, int batch, int first, int count) throws Exception {
        HandledJobs handled = new HandledJobs(first, count);
        current = handled;
        long cpu = SYSTEM.getProcessCpuTime();
        Worker working = contender.work(work(variant, batch, false));
        try {
            boolean complete = handled.await(PATIENCE) && finished();
            long end = System.nanoTime();
            return "took=" + micros(end - handled.firstStart())
                    + " cpu=" + micros(SYSTEM.getProcessCpuTime() - cpu)
                    + " missing=" + (complete ? 0 : Math.max(1, handled.missing()))
                    + " again=" + handled.again();
        } finally {
            working.close();
        }
    }

    /** An acknowledgement counts when it is committed, whenever the engine believes to be done. */
    private boolean finished() {
        JdbcClient jdbc = JdbcClient.create(database);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (jdbc.sql(unfinished).query(Boolean.class).single()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        return true;
    }

    /** From the call that enqueues a job to the first line of its handler, at a job every {@code gap} or so. */
    private String latency(String variant, int first, int count, int gap) throws Exception {
        HandledJobs handled = new HandledJobs(first, count);
        current = handled;
        long[] enqueuedAt = new long[count];
        Worker own = worker == null ? contender.work(work(variant, 1, false)) : null;
        try (Producer producer = contender.producer(variant)) {
            long next = System.nanoTime();
            for (int i = 0; i < count; i++) {
                next += Math.round(1000.0 * gap * ThreadLocalRandom.current().nextDouble(0.7, 1.3));
                for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                enqueuedAt[i] = System.nanoTime();
                producer.enqueue(first + i, 1);
            }
            handled.await(PATIENCE);
        } finally {
            if (own != null) {
                own.close();
            }
        }
        List<Long> samples = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long start = handled.startOf(first + i);
            if (start != 0) {
                samples.add(start - enqueuedAt[i]);
            }
        }
        return "missing=" + handled.missing() + " samples=" + samples(samples);
    }

    private String rest() throws Exception {
        if (worker != null) {
            worker.close();
            worker = null;
        }
        return "";
    }

    private static String memory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return "heap=" + (runtime.totalMemory() - runtime.freeMemory());
    }

    private static long micros(long nanos) {
        return nanos / 1000;
    }

    private static String samples(List<Long> nanos) {
        return nanos.stream().map(sample -> String.valueOf(micros(sample))).collect(Collectors.joining(","));
    }
}
