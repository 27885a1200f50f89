package dev.producerdiscovery.benchmarks.measure;

import dev.producerdiscovery.benchmarks.measure.Entrant.Kind;
import dev.producerdiscovery.benchmarks.report.Metric;
import dev.producerdiscovery.benchmarks.report.Percentiles;
import dev.producerdiscovery.benchmarks.report.Results;

/**
 * How long after the call that enqueues it a job starts, at low load: one about every {@code gapMillis}, enqueued by the
 * process that works, which some can make use of.
 *
 * @param parked whether jobs that are not due stay in front
 */
record Latency(String name, int jobs, int gapMillis, boolean parked) implements Measure {

    @Override
    public void run(Contest contest, int runs, Results results) {
        new Turns(name, contest.present(Entrant.all().filter(this::takesPart)), runs, results)
                .from(0, (entrant, run) -> add(once(contest, entrant), entrant.label(), results));
    }

    private boolean takesPart(Entrant entrant) {
        return entrant.kind() == Kind.FAST || (entrant.kind() == Kind.DEFAULTS && !parked);
    }

    private Costs once(Contest contest, Entrant entrant) {
        Engine engine = entrant.engine();
        if (!parked) {
            contest.server().clear(engine);
        }
        contest.server().settle(engine);
        int first = contest.numbers(jobs);
        return Costs.of(
                contest,
                engine,
                () -> contest.process(engine).ask("latency", entrant.variant(), first, jobs, gapMillis * 1000));
    }

    private void add(Costs costs, String contender, Results results) {
        Percentiles samples = costs.answer().samples();
        results.add(name, contender, Metric.P50, samples.at(50));
        results.add(name, contender, Metric.P95, samples.at(95));
        results.add(name, contender, Metric.P99, samples.at(99));
        results.add(name, contender, Metric.MOST, samples.at(100));
        results.add(name, contender, Metric.MISSING, costs.answer().number("missing"));
        costs.warn(results);
    }
}
