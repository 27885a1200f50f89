package dev.producerdiscovery.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What the songs of a run cost, from what was read while it went on.
 *
 * <p>The whole costs everything from before the first artist was asked for until no message waited, also what is done
 * before the first song and for the profiles after the last. Parts of the run are told by the songs: between two readings
 * they are taken to have come evenly.
 *
 * @param readings in the order of time; the first one before anything was asked for, the last one when all was done
 */
record Ledger(List<Reading> readings) {

    /** Parts of a whole number of songs do not add up to it exactly. */
    private static final double ROUNDING = 1e-6;

    Ledger {
        if (readings.isEmpty()) {
            throw new IllegalArgumentException("Without a reading there is nothing to reckon with");
        }
        readings = List.copyOf(readings);
    }

    long songs() {
        return last().songs() - first().songs();
    }

    /** By how much a figure has grown from the first reading to the last. */
    double total(ToDoubleFunction<Reading> figure) {
        return figure.applyAsDouble(last()) - figure.applyAsDouble(first());
    }

    double aSong(ToDoubleFunction<Reading> figure) {
        return total(figure) / songs();
    }

    /** Songs a second, from the first song to the last. */
    double rate() {
        return songs() / (at((double) songs(), Reading::seconds) - at(0, Reading::seconds));
    }

    List<String> components() {
        return List.copyOf(first().components().keySet());
    }

    /**
     * What a figure was when so many songs of this run were identified. For none it is the last moment without any: the
     * first song came after it.
     */
    double at(double songs, ToDoubleFunction<Reading> figure) {
        double wanted = first().songs() + songs;
        for (int i = 1; i < readings.size(); i++) {
            Reading after = readings.get(i);
            if (songs > 0 ? after.songs() >= wanted - ROUNDING : after.songs() > wanted) {
                return between(readings.get(i - 1), after, wanted, figure);
            }
        }
        return figure.applyAsDouble(last());
    }

    private static double between(Reading before, Reading after, double songs, ToDoubleFunction<Reading> figure) {
        double share = (songs - before.songs()) / (after.songs() - before.songs());
        double from = figure.applyAsDouble(before);
        return from + share * (figure.applyAsDouble(after) - from);
    }

    /** So many parts with the same number of songs each. */
    List<Slice> slices(int number) {
        List<Slice> slices = new ArrayList<>();
        double size = (double) songs() / number;
        for (int i = 0; i < number; i++) {
            double from = i * size;
            double to = (i + 1) * size;
            Map<String, Double> cpu = new LinkedHashMap<>();
            for (String component : components()) {
                cpu.put(component, grown(from, to, reading -> reading.cpu(component)));
            }
            slices.add(new Slice(size, grown(from, to, Reading::seconds), cpu));
        }
        return slices;
    }

    private double grown(double from, double to, ToDoubleFunction<Reading> figure) {
        return at(to, figure) - at(from, figure);
    }

    private Reading first() {
        return readings.getFirst();
    }

    private Reading last() {
        return readings.getLast();
    }
}
