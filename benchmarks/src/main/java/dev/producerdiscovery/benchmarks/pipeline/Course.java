package dev.producerdiscovery.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.List;

/** The readings of a run while it goes on, and whether it still does. Not thread-safe. */
final class Course {

    /** A stage hands on within a transaction, so one reading would do; timers put back what was due later. */
    private static final int QUIET = 3;

    /** Longer than any retry is put off that the pipeline makes by itself. */
    private static final double PATIENCE_SECONDS = 300;

    private final List<Reading> readings = new ArrayList<>();

    void add(Reading reading) {
        readings.add(reading);
    }

    /** No message has waited for some readings. */
    boolean isOver() {
        return readings.size() > QUIET
                && readings.subList(readings.size() - QUIET, readings.size()).stream()
                        .allMatch(reading -> reading.waiting() == 0);
    }

    /** Messages wait, and for long neither they nor the songs have changed in number. */
    boolean isStuck() {
        Reading last = readings.getLast();
        return readings.reversed().stream()
                .takeWhile(reading -> reading.songs() == last.songs() && reading.waiting() == last.waiting())
                .anyMatch(reading -> last.seconds() - reading.seconds() > PATIENCE_SECONDS);
    }

    /** Ends where the last message had ended: what happened while nobody worked is no song's. */
    Ledger ledger() {
        int end = readings.size();
        while (end > 2 && readings.get(end - 2).waiting() == 0) {
            end--;
        }
        return new Ledger(readings.subList(0, end));
    }
}
