package dev.producerdiscovery.simulator.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Counts in a window that moves with the time. Thread-safe. */
final class Window {

    private final Deque<Instant> entries = new ArrayDeque<>();

    synchronized void add(Instant now) {
        entries.addLast(now);
    }

    /** @return when there is room again; empty while there is room */
    synchronized Optional<Instant> fullUntil(int most, Duration length, Instant now) {
        while (!entries.isEmpty() && !entries.getFirst().plus(length).isAfter(now)) {
            entries.removeFirst();
        }
        return entries.size() < most
                ? Optional.empty()
                : Optional.of(entries.getFirst().plus(length));
    }

    synchronized void clear() {
        entries.clear();
    }
}
