package dev.producerdiscovery.benchmarks.size;

import java.util.List;

/**
 * How a question was answered many times.
 *
 * @param nanos how long each answer took, ascending
 * @param missed how many answers did not hold what they had to
 */
record Answers(List<Long> nanos, int missed) {

    Answers {
        nanos = nanos.stream().sorted().toList();
    }

    /** @return milliseconds that so many per cent of the answers did not exceed */
    double percentile(int percent) {
        int place = (int) Math.ceil(percent / 100.0 * nanos.size());
        return nanos.get(Math.max(place, 1) - 1) / 1e6;
    }
}
