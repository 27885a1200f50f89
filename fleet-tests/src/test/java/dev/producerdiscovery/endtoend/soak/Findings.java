package dev.producerdiscovery.endtoend.soak;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was not as it should be, each thing once with how often. Thread-safe. */
final class Findings {

    private final Map<String, Integer> found = new LinkedHashMap<>();

    synchronized void add(String finding) {
        found.merge(finding, 1, Integer::sum);
    }

    synchronized List<String> all() {
        return found.entrySet().stream()
                .map(entry ->
                        entry.getValue() == 1 ? entry.getKey() : entry.getKey() + " (" + entry.getValue() + " times)")
                .toList();
    }

    /** Something to be done again and again, whose failure is a finding and does not end it. */
    Runnable watching(String what, Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                add(what + " failed: " + e);
            }
        };
    }
}
