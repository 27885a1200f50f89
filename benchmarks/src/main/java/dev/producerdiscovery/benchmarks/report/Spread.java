package dev.producerdiscovery.benchmarks.report;

import java.util.List;

/** What several runs measured. */
public record Spread(double least, double median, double most) {

    /** @param values at least one */
    public static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(sorted.getFirst(), median, sorted.getLast());
    }

    /** The median, with the extremes beside it where they are others. */
    String text(Metric metric) {
        String middle = metric.text(median);
        String low = metric.text(least);
        String high = metric.text(most);
        return low.equals(high) ? middle : middle + " (" + low + " to " + high + ")";
    }
}
