package dev.producerdiscovery.benchmarks.pipeline;

import dev.producerdiscovery.benchmarks.measure.CpuTime;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Asks a fleet for all artists at once and watches until nothing is left to do. */
record MeasuredRun(MeasuredFleet fleet, RunSettings settings) {

    private static final long EVERY_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int SLOWEST = 5;
    private static final int MOST = 25;
    private static final double QUIET = 0.1;

    Findings measure() throws IOException, InterruptedException {
        try (Statistics statistics = statistics();
                Statistics sessions = statistics();
                Web web = new Web(fleet.addresses())) {
            if (fleet.autoExplain().there()) {
                statistics.countStatements();
            }
            Course course = new Course();
            long start = System.nanoTime();
            course.add(read(statistics, start));
            int asked;
            Activity activity;
            try (Looking looking = Looking.start(sessions)) {
                activity = looking.activity();
                asked = web.askForAll();
                watch(course, statistics, start);
            }
            Ledger ledger = course.ledger();
            return new Findings(
                    course.isOver(),
                    conditions(asked, statistics.version()),
                    remarks(course, ledger, statistics),
                    processes(),
                    ledger,
                    statistics.ended(),
                    web.calls(),
                    activity,
                    fleet.autoExplain().there() ? statistics.statements(MOST) : List.of(),
                    statistics.functions(MOST),
                    SlowStatements.longest(fleet.postgresLog(), SLOWEST));
        }
    }

    private Statistics statistics() {
        return new Statistics(fleet.addresses().backend(), fleet.autoExplain().superuser());
    }

    private void watch(Course course, Statistics statistics, long start) {
        long next = System.nanoTime();
        while (!course.isOver() && !course.isStuck()) {
            next += EVERY_NANOS;
            LockSupport.parkNanos(next - System.nanoTime());
            Reading reading = read(statistics, start);
            course.add(reading);
            System.err.printf(
                    "%.0f s: %d songs, %d messages wait%n", reading.seconds(), reading.songs(), reading.waiting());
        }
    }

    private Reading read(Statistics statistics, long start) {
        Map<String, Usage> components = new LinkedHashMap<>();
        double known = CpuTime.alone(ProcessHandle.current().pid());
        for (Member member : fleet.members()) {
            Usage usage = member.usage();
            components.put(member.name(), usage);
            known += usage.cpuSeconds();
        }
        double machine = CpuTime.ofMachine();
        double seconds = (System.nanoTime() - start) / 1e9;
        Statistics.Work work = statistics.work();
        return new Reading(seconds, work.songs(), work.waiting(), components, statistics.counters(), machine - known);
    }

    private Map<String, Integer> processes() {
        Map<String, Integer> processes = new LinkedHashMap<>();
        fleet.members()
                .forEach(member ->
                        processes.put(member.name(), member.processes().size()));
        return processes;
    }

    private List<String> conditions(int asked, String postgres) {
        return List.of(
                LocalDate.now(Clock.systemUTC()) + ", " + asked + " artists asked for at once, " + settings.describe(),
                "%d cores, %s %s, Java %s, PostgreSQL %s"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                System.getProperty("os.name"),
                                System.getProperty("os.arch"),
                                Runtime.version(),
                                postgres));
    }

    private List<String> remarks(Course course, Ledger ledger, Statistics statistics) {
        List<String> remarks = new ArrayList<>();
        if (!course.isOver()) {
            remarks.add("The run did not come to its end: messages wait, and for long nothing has changed");
        }
        statistics
                .givenUp()
                .forEach((queue, number) -> remarks.add(number + " messages of " + queue + " were given up"));
        double others = ledger.total(Reading::othersCpu) / ledger.total(Reading::seconds);
        if (others > QUIET) {
            remarks.add("Other processes used %.0f %% of a core: measure again before quoting times"
                    .formatted(others * 100));
        }
        if (!fleet.autoExplain().there()) {
            remarks.add("PostgreSQL has no auto_explain here, so slow statements and their plans are not known");
        }
        return remarks;
    }
}
