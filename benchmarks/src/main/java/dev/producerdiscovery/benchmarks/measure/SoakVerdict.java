package dev.producerdiscovery.benchmarks.measure;

import dev.producerdiscovery.benchmarks.report.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Whether a soak stayed as it began. The first minute counts for nothing: code is compiled and caches fill. */
record SoakVerdict(List<Minute> minutes) {

    private static final double HEAP_SLACK = 8e6;
    private static final double DELAY_SLACK_MILLIS = 5;

    /** What went wrong, in words; empty when nothing did, or when there are too few minutes to tell. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        if (minutes.stream().anyMatch(minute -> minute.missing() > 0)) {
            complaints.add("Messages were not handled.");
        }
        int third = (minutes.size() - 1) / 3;
        if (third < 1) {
            return complaints;
        }
        List<Minute> early = minutes.subList(1, 1 + third);
        List<Minute> late = minutes.subList(minutes.size() - third, minutes.size());
        if (median(late, Minute::heap) > 1.2 * median(early, Minute::heap) + HEAP_SLACK) {
            complaints.add("Memory grew.");
        }
        if (median(late, Minute::p99) > 2 * median(early, Minute::p99) + DELAY_SLACK_MILLIS) {
            complaints.add("The delay of the slowest hundredth grew.");
        }
        // Dead rows pile up while a snapshot is held and are gone soon after; their room is used again.
        double held = most(minutes.subList(0, minutes.size() - third), Minute::bytes);
        if (most(late, Minute::bytes) > 1.1 * held) {
            complaints.add("The queue's table kept growing.");
        }
        double dead = most(minutes.subList(0, minutes.size() - third), Minute::dead);
        if (median(late, Minute::dead) > dead) {
            complaints.add("Dead rows kept piling up.");
        }
        return complaints;
    }

    private static double median(List<Minute> minutes, ToDoubleFunction<Minute> figure) {
        return Spread.of(minutes.stream().map(figure::applyAsDouble).toList()).median();
    }

    private static double most(List<Minute> minutes, ToDoubleFunction<Minute> figure) {
        return minutes.stream().mapToDouble(figure).max().orElse(0);
    }
}
