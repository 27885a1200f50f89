package dev.producerdiscovery.benchmarks.measure;

import dev.producerdiscovery.benchmarks.report.Results;
import java.util.List;

/** What drain and latency come to when very many jobs that are due in an hour are in front. */
record Parking(String name, int parked, List<Measure> behind) implements Measure {

    @Override
    public void run(Contest contest, int runs, Results results) throws Exception {
        List<Entrant> entrants = contest.present(Entrant.fast());
        for (Entrant entrant : entrants) {
            contest.server().clear(entrant.engine());
            contest.process(entrant.engine()).ask("park", parked);
        }
        for (Measure measure : behind) {
            measure.run(contest, runs, results);
        }
        entrants.forEach(entrant -> contest.server().clear(entrant.engine()));
    }
}
