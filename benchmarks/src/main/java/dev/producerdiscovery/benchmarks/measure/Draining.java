package dev.producerdiscovery.benchmarks.measure;

import dev.producerdiscovery.benchmarks.measure.Entrant.Kind;
import dev.producerdiscovery.benchmarks.report.Metric;
import dev.producerdiscovery.benchmarks.report.Results;
import java.util.List;

/**
 * How fast a full queue is emptied: from the first start of a handler until the database has no job left.
 *
 * @param batch taken at a time by raw PGMQ and by the worker engine
 * @param jobs for these two
 * @param othersJobs for the others, who work as they document whatever the batch; 0 leaves them out
 * @param parked whether jobs that are not due stay in front
 */
record Draining(String name, int batch, int jobs, int othersJobs, boolean parked) implements Measure {

    private static final int ENQUEUED_AT_ONCE = 1000;

    /** It takes a job every two seconds. */
    private static final int JOBS_FOR_PG_BOSS_AS_IT_COMES = 4;

    @Override
    public void run(Contest contest, int runs, Results results) {
        List<Entrant> entrants = contest.present(Entrant.all().filter(this::takesPart));
        new Turns(name, entrants, runs, results).from(Turns.WARM_UP, (entrant, run) -> {
            boolean warmUp = run == Turns.WARM_UP;
            int count = warmUp ? Math.max(1, jobs(entrant) / 2) : jobs(entrant);
            Costs costs = once(contest, entrant, count);
            if (!warmUp) {
                add(costs, entrant.label(), count, results);
            }
        });
    }

    private boolean takesPart(Entrant entrant) {
        if (parked) {
            return entrant.kind() == Kind.FAST;
        }
        return entrant.engine().usesPgmq() || othersJobs > 0;
    }

    private int jobs(Entrant entrant) {
        if (entrant.engine() == Engine.PG_BOSS && entrant.kind() == Kind.DEFAULTS) {
            return JOBS_FOR_PG_BOSS_AS_IT_COMES;
        }
        return entrant.engine().usesPgmq() ? jobs : othersJobs;
    }

    private Costs once(Contest contest, Entrant entrant, int count) {
        Engine engine = entrant.engine();
        if (!parked) {
            contest.server().clear(engine);
        }
        int first = contest.numbers(count);
        contest.process(engine).ask("enqueue", entrant.variant(), first, count, Math.min(count, ENQUEUED_AT_ONCE));
        contest.server().settle(engine);
        return Costs.of(
                contest, engine, () -> contest.process(engine).ask("drain", entrant.variant(), batch, first, count));
    }

    private void add(Costs costs, String contender, int count, Results results) {
        results.add(name, contender, Metric.RATE, count / costs.answer().seconds("took"));
        results.add(name, contender, Metric.MISSING, costs.answer().number("missing"));
        results.add(name, contender, Metric.AGAIN, costs.answer().number("again"));
        costs.addTo(results, name, contender, count);
    }
}
