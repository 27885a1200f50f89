package dev.producerdiscovery.benchmarks.measure;

import dev.producerdiscovery.benchmarks.report.Percentiles;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a contender answered to a command: {@code name=value} pairs, times in microseconds. */
record ContenderAnswer(Map<String, String> values) {

    static ContenderAnswer of(String line) {
        return new ContenderAnswer(Arrays.stream(line.split(" "))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
    }

    double number(String name) {
        return Double.parseDouble(Objects.requireNonNull(values.get(name), name));
    }

    double seconds(String name) {
        return number(name) / 1e6;
    }

    /** In milliseconds. */
    Percentiles samples() {
        return new Percentiles(
                Arrays.stream(Objects.requireNonNull(values.get("samples")).split(","))
                        .filter(sample -> !sample.isEmpty())
                        .map(sample -> Double.parseDouble(sample) / 1e3)
                        .toList());
    }
}
