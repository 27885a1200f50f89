package dev.producerdiscovery.worker.report;

import dev.producerdiscovery.worker.engine.Ended;
import dev.producerdiscovery.worker.engine.Ending;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** What became of the messages of one queue within a short time. Not thread-safe. */
final class Tally {

    private final String queue;
    private final Map<Ending, Integer> counts = new EnumMap<>(Ending.class);
    private Instant startedAt = Instant.MAX;
    private Instant finishedAt = Instant.MIN;

    Tally(String queue) {
        this.queue = queue;
    }

    void add(Ended ended, Instant now) {
        Instant started = now.minus(ended.took());
        startedAt = started.isBefore(startedAt) ? started : startedAt;
        finishedAt = now;
        counts.merge(ended.ending(), 1, Integer::sum);
    }

    String queue() {
        return queue;
    }

    Map<Ending, Integer> counts() {
        return counts;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant finishedAt() {
        return finishedAt;
    }

    int processed() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    int succeeded() {
        return count(Ending.DONE) + count(Ending.DUPLICATE);
    }

    int failed() {
        return count(Ending.FAILED) + count(Ending.DEAD);
    }

    private int count(Ending ending) {
        return counts.getOrDefault(ending, 0);
    }
}
