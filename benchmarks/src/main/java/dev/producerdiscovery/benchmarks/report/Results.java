package dev.producerdiscovery.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** Everything that was measured, in the order in which it was, and what to know about it. Thread-safe. */
public final class Results {

    /** One figure of one run. */
    record Observation(String measure, String contender, Metric metric, double value) {}

    private final List<Observation> observations = new ArrayList<>();
    private final SequencedSet<String> remarks = new LinkedHashSet<>();

    public synchronized void add(String measure, String contender, Metric metric, double value) {
        observations.add(new Observation(measure, contender, metric, value));
    }

    /** Something a reader has to know, such as who was left out and why. Said once however often it is true. */
    public synchronized void remark(String remark) {
        remarks.add(remark);
    }

    synchronized List<Observation> observations() {
        return List.copyOf(observations);
    }

    synchronized List<String> remarks() {
        return List.copyOf(remarks);
    }

    List<String> measures() {
        return observations().stream().map(Observation::measure).distinct().toList();
    }

    List<String> contenders(String measure) {
        return observations().stream()
                .filter(observation -> observation.measure().equals(measure))
                .map(Observation::contender)
                .distinct()
                .toList();
    }

    List<Metric> metrics(String measure) {
        return observations().stream()
                .filter(observation -> observation.measure().equals(measure))
                .map(Observation::metric)
                .distinct()
                .sorted()
                .toList();
    }

    /** What the runs measured; empty when this was not measured. */
    public Optional<Spread> spread(String measure, String contender, Metric metric) {
        List<Double> values = observations().stream()
                .filter(observation -> observation.measure().equals(measure)
                        && observation.contender().equals(contender)
                        && observation.metric() == metric
                        && !Double.isNaN(observation.value()))
                .map(Observation::value)
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(Spread.of(values));
    }

    Optional<Double> median(String measure, String contender, Metric metric) {
        return spread(measure, contender, metric).map(Spread::median);
    }
}
