package dev.producerdiscovery.benchmarks.pipeline;

import java.util.Map;

/**
 * A part of the songs, one after the other as they were identified.
 *
 * @param cpuSeconds by component, what it used in that time, whatever for
 */
record Slice(double songs, double seconds, Map<String, Double> cpuSeconds) {

    /** Songs a second. */
    double rate() {
        return songs / seconds;
    }

    double cpuMillisASong(String component) {
        return cpuSeconds.getOrDefault(component, 0.0) * 1_000 / songs;
    }

    double cpuMillisASong() {
        return cpuSeconds.values().stream().mapToDouble(Double::doubleValue).sum() * 1_000 / songs;
    }
}
