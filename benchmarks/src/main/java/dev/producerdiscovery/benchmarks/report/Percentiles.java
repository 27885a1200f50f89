package dev.producerdiscovery.benchmarks.report;

import java.util.List;

/** Of a number of samples, ascending. */
public record Percentiles(List<Double> samples) {

    public Percentiles {
        samples = samples.stream().sorted().toList();
    }

    /** What so many per cent of the samples did not exceed; not a number when there are none. */
    public double at(int percent) {
        if (samples.isEmpty()) {
            return Double.NaN;
        }
        int place = (int) Math.ceil(percent / 100.0 * samples.size());
        return samples.get(Math.max(place, 1) - 1);
    }
}
