package dev.producerdiscovery.benchmarks.measure;

import dev.producerdiscovery.benchmarks.measure.Entrant.Kind;
import dev.producerdiscovery.benchmarks.report.Metric;
import dev.producerdiscovery.benchmarks.report.Results;
import java.time.Duration;
import java.util.List;

/**
 * What a worker does that has nothing to do. All idle at the same time, since each has a process and a database of its
 * own; what they make the server do cannot be told apart.
 */
record Idling(String name, Duration duration) implements Measure {

    /** A session tells of what it did within the same second up to 10 s later, so what it did to start must be over. */
    private static final Duration STARTING = Duration.ofSeconds(12);

    @Override
    public void run(Contest contest, int runs, Results results) throws InterruptedException {
        for (Kind kind : List.of(Kind.FAST, Kind.DEFAULTS)) {
            idle(contest, contest.present(Entrant.all().filter(entrant -> entrant.kind() == kind)), results);
        }
    }

    private void idle(Contest contest, List<Entrant> entrants, Results results) throws InterruptedException {
        for (Entrant entrant : entrants) {
            contest.server().clear(entrant.engine());
            contest.process(entrant.engine()).ask("work", entrant.variant(), 10, "nothing");
        }
        Thread.sleep(STARTING);
        List<Used> before = used(contest, entrants);
        Thread.sleep(duration);
        List<Used> after = used(contest, entrants);
        double seconds = duration.toMillis() / 1e3;
        for (int i = 0; i < entrants.size(); i++) {
            Used used = after.get(i).minus(before.get(i));
            String contender = entrants.get(i).label();
            results.add(name, contender, Metric.TRANSACTIONS_PER_SECOND, used.transactions() / seconds);
            results.add(name, contender, Metric.CORE, 100 * used.cpu() / seconds);
            contest.process(entrants.get(i).engine()).ask("rest");
        }
    }

    private static List<Used> used(Contest contest, List<Entrant> entrants) {
        return entrants.stream()
                .map(entrant -> new Used(
                        contest.server().transactions(entrant.engine()),
                        CpuTime.of(contest.process(entrant.engine()).pid())))
                .toList();
    }

    private record Used(double transactions, double cpu) {

        Used minus(Used other) {
            return new Used(transactions - other.transactions, cpu - other.cpu);
        }
    }
}
