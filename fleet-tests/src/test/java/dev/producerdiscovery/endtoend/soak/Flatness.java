package dev.producerdiscovery.endtoend.soak;

import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether a figure of a process stayed what it was: the median of the last quarter against that of the second. Of a
 * process that was restarted, the longest life counts, by its own quarters: a young process holds less than an old one,
 * and comparing the two would hide growth. Falling is not looked at; nothing leaks by it.
 *
 * @param before median of the second quarter
 * @param after median of the last quarter
 */
record Flatness(String process, Figure figure, double before, double after, int samples) {

    /** Fewer in the whole say nothing about its quarters. */
    private static final int LEAST_SAMPLES = 8;

    boolean measured() {
        return samples >= LEAST_SAMPLES;
    }

    boolean isFlat() {
        return measured() && after <= figure.limit(before);
    }

    static List<Flatness> of(List<Sample> samples) {
        return samples.stream()
                .collect(Collectors.groupingBy(
                        Sample::process, TreeMap::new, Collectors.groupingBy(Sample::figure, TreeMap::new, toList())))
                .values()
                .stream()
                .flatMap(figures -> figures.values().stream())
                .map(Flatness::judge)
                .toList();
    }

    private static Flatness judge(List<Sample> series) {
        List<Sample> life = longestLife(series);
        Instant start = life.getFirst().at();
        Duration quarter = Duration.between(start, life.getLast().at()).dividedBy(4);
        return new Flatness(
                life.getFirst().process(),
                life.getFirst().figure(),
                median(life, start.plus(quarter), start.plus(quarter.multipliedBy(2))),
                median(life, start.plus(quarter.multipliedBy(3)), life.getLast().at()),
                life.size());
    }

    private static List<Sample> longestLife(List<Sample> series) {
        return series.stream()
                .sorted(Comparator.comparing(Sample::at))
                .collect(Collectors.groupingBy(Sample::pid))
                .values()
                .stream()
                .max(Comparator.comparing(life ->
                        Duration.between(life.getFirst().at(), life.getLast().at())))
                .orElseThrow();
    }

    private static double median(List<Sample> life, Instant from, Instant until) {
        List<Double> values = life.stream()
                .filter(sample -> !sample.at().isBefore(from) && !sample.at().isAfter(until))
                .map(Sample::value)
                .sorted()
                .toList();
        if (values.isEmpty()) {
            return Double.NaN;
        }
        int middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    @Override
    public String toString() {
        return measured()
                ? "%s: %s %.1f in the second quarter, %.1f in the last"
                        .formatted(process, figure.title(), before, after)
                : "%s: %s was measured only %d times".formatted(process, figure.title(), samples);
    }
}
