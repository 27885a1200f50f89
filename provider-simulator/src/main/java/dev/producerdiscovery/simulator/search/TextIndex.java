package dev.producerdiscovery.simulator.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Finds things by words of their text, best first. Immutable, hence thread-safe.
 *
 * <p>Half of the words asked for must be there. Prominence decides between equal matches, which is how a tribute act
 * comes before the act it copies.
 *
 * @param <T> what is found
 */
public final class TextIndex<T> {

    private static final double LEAST_SHARE = 0.5;
    private static final double MISTYPED = 0.8;

    private record Entry<T>(T item, double prominence) {}

    private record Hit<T>(T item, double score) {}

    private final List<Entry<T>> entries = new ArrayList<>();
    private final Map<String, Set<Integer>> entriesByWord = new HashMap<>();

    public TextIndex(Collection<? extends T> items, Function<T, String> text, ToDoubleFunction<T> prominence) {
        for (T item : items) {
            int position = entries.size();
            entries.add(new Entry<>(item, prominence.applyAsDouble(item)));
            Words.of(text.apply(item))
                    .forEach(word -> entriesByWord
                            .computeIfAbsent(word, ignored -> new HashSet<>())
                            .add(position));
        }
    }

    public List<T> find(String query) {
        Set<String> asked = new HashSet<>(Words.of(query));
        Map<Integer, Double> found = new HashMap<>();
        for (String word : asked) {
            matches(word).forEach((position, worth) -> found.merge(position, worth, Double::sum));
        }
        return found.entrySet().stream()
                .filter(match -> match.getValue() >= asked.size() * LEAST_SHARE)
                .sorted(Map.Entry.comparingByKey())
                .map(match -> hit(entries.get(match.getKey()), match.getValue() / asked.size()))
                .sorted(Comparator.comparingDouble((Hit<T> hit) -> hit.score()).reversed())
                .map(Hit::item)
                .toList();
    }

    private Map<Integer, Double> matches(String word) {
        Map<Integer, Double> worth = new HashMap<>();
        Set<Integer> exact = entriesByWord.get(word);
        if (exact != null) {
            exact.forEach(position -> worth.put(position, 1.0));
            return worth;
        }
        entriesByWord.forEach((known, positions) -> {
            if (Words.alike(word, known)) {
                positions.forEach(position -> worth.put(position, MISTYPED));
            }
        });
        return worth;
    }

    private static <T> Hit<T> hit(Entry<T> entry, double share) {
        return new Hit<>(entry.item(), share * entry.prominence());
    }
}
