package dev.producerdiscovery.benchmarks.pipeline;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the sessions of the pipeline were seen doing, by many looks at all of them. Thread-safe. */
final class Activity {

    static final String LOCK = "Lock";

    private final Map<String, Long> waits = new TreeMap<>();
    private final Map<String, Long> statements = new TreeMap<>();
    private final Map<String, Long> lockedStatements = new TreeMap<>();
    private long looks;
    private long looksWithLock;
    private long sessions;

    synchronized void look(List<Session> working) {
        looks++;
        sessions += working.size();
        for (Session session : working) {
            waits.merge(session.waitsFor(), 1L, Long::sum);
            statements.merge(session.statement(), 1L, Long::sum);
            if (session.waitsFor().equals(LOCK)) {
                lockedStatements.merge(session.statement(), 1L, Long::sum);
            }
        }
        if (working.stream().anyMatch(session -> session.waitsFor().equals(LOCK))) {
            looksWithLock++;
        }
    }

    synchronized long looks() {
        return looks;
    }

    /** How many sessions were at work in the mean. */
    synchronized double sessionsALook() {
        return (double) sessions / Math.max(looks, 1);
    }

    /** In which share of the looks a session waited for a lock. */
    synchronized double looksWithLock() {
        return (double) looksWithLock / Math.max(looks, 1);
    }

    /** Which share of the working sessions waited for what; for nothing is the empty text. Most first. */
    List<Map.Entry<String, Double>> waits() {
        return most(waits, Integer.MAX_VALUE);
    }

    /** Which share of the working sessions was busy with which statement, most first. */
    List<Map.Entry<String, Double>> statements(int number) {
        return most(statements, number);
    }

    /** Which share of the working sessions waited for a lock with this statement. */
    synchronized double locked(String statement) {
        return lockedStatements.getOrDefault(statement, 0L) / (double) Math.max(sessions, 1);
    }

    private synchronized List<Map.Entry<String, Double>> most(Map<String, Long> seen, int number) {
        double all = Math.max(sessions, 1);
        return seen.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(number)
                .map(each -> Map.entry(each.getKey(), each.getValue() / all))
                .collect(Collectors.toList());
    }
}
