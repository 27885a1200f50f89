package dev.producerdiscovery.benchmarks.measure;

import dev.producerdiscovery.benchmarks.report.Metric;
import dev.producerdiscovery.benchmarks.report.Percentiles;
import dev.producerdiscovery.benchmarks.report.Results;

/** How fast one connection enqueues, {@code group} jobs a call. */
record Enqueueing(String name, int group, int jobs) implements Measure {

    @Override
    public void run(Contest contest, int runs, Results results) {
        new Turns(name, contest.present(Entrant.fast()), runs, results).from(Turns.WARM_UP, (entrant, run) -> {
            Costs costs = once(contest, entrant);
            if (run != Turns.WARM_UP) {
                add(costs, entrant.label(), results);
            }
        });
    }

    private Costs once(Contest contest, Entrant entrant) {
        Engine engine = entrant.engine();
        contest.server().clear(engine);
        contest.server().settle(engine);
        int first = contest.numbers(jobs);
        return Costs.of(
                contest, engine, () -> contest.process(engine).ask("enqueue", entrant.variant(), first, jobs, group));
    }

    private void add(Costs costs, String contender, Results results) {
        Percentiles calls = costs.answer().samples();
        results.add(name, contender, Metric.RATE, jobs / costs.answer().seconds("took"));
        results.add(name, contender, Metric.P50, calls.at(50));
        results.add(name, contender, Metric.P99, calls.at(99));
        costs.addTo(results, name, contender, jobs);
    }
}
