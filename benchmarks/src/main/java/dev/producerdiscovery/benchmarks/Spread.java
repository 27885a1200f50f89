package dev.producerdiscovery.benchmarks;

import java.util.List;

/** What several runs measured. */
record Spread(double least, double median, double most) {

    static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return new Spread(sorted.getFirst(), sorted.get(sorted.size() / 2), sorted.getLast());
    }

    @Override
    public String toString() {
        return "%,.0f (%,.0f to %,.0f)".formatted(median, least, most);
    }
}
