package dev.producerdiscovery.benchmarks.measure;

import dev.producerdiscovery.benchmarks.report.Results;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lets entrants take turns, one run after the other. Whoever fails is left out from then on, with a remark. */
record Turns(String measure, List<Entrant> entrants, int runs, Results results) {

    /** The run before the first, which warms up and does not count. */
    static final int WARM_UP = -1;

    @FunctionalInterface
    interface Turn {

        void take(Entrant entrant, int run);
    }

    void from(int firstRun, Turn turn) {
        Set<Entrant> out = new HashSet<>();
        for (int run = firstRun; run < runs; run++) {
            for (Entrant entrant : entrants) {
                if (entrant.in(run) && !out.contains(entrant)) {
                    try {
                        turn.take(entrant, run);
                    } catch (IllegalStateException e) {
                        out.add(entrant);
                        results.remark(entrant.label() + " failed in \"" + measure + "\": " + e.getMessage());
                    }
                }
            }
        }
    }
}
