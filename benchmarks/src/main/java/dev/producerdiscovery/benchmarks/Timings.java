package dev.producerdiscovery.benchmarks;

import java.util.List;

/** How long each of many answers took, in nanoseconds, ascending. */
record Timings(List<Long> nanos) {

    Timings {
        nanos = nanos.stream().sorted().toList();
    }

    /** @return milliseconds that so many per cent of the answers did not exceed */
    double percentile(int percent) {
        int place = (int) Math.ceil(percent / 100.0 * nanos.size());
        return nanos.get(Math.max(place, 1) - 1) / 1e6;
    }
}
