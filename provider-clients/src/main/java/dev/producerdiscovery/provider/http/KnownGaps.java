package dev.producerdiscovery.provider.http;

import dev.producerdiscovery.provider.json.Gaps;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Fields that an endpoint does not give, whatever we expect of it: not worth any doubt. A field that it gave before is
 * none of them at first, because where it is missing the answer may be damaged; nor is a row. But an endpoint also stops
 * giving a field, and then doubt would cost three calls for each for good: so what several answers in a row lack for
 * certain, be it in one row, is not given any more, until an answer gives it everywhere. Thread-safe.
 */
final class KnownGaps {

    /** Answers in a row that lack a field for certain, before it is not given any more; each costs three calls. */
    private static final int ENOUGH = 3;

    /** How many answers in a row lacked a field for certain since it was given last. */
    private final Map<String, Integer> lackedInARow = new ConcurrentHashMap<>();

    /** What is missing although it is not known to be not there. */
    Set<String> unfamiliar(String endpoint, Gaps gaps) {
        Set<String> lacking = gaps.missing().stream().map(Gaps::field).collect(Collectors.toSet());
        gaps.given().forEach(field -> {
            if (lacking.contains(field)) {
                // Some rows have it: no answer that gives it, or what few rows lack would be doubted for good.
                lackedInARow.putIfAbsent(key(endpoint, field), 0);
            } else {
                lackedInARow.put(key(endpoint, field), 0);
            }
        });
        return gaps.missing().stream()
                .filter(place -> lackedInARow.getOrDefault(key(endpoint, Gaps.field(place)), 0) < ENOUGH)
                .collect(Collectors.toSet());
    }

    /** These are missing in an answer for certain. A field that was never given before is believed to be so at once. */
    void learn(String endpoint, Collection<String> places) {
        places.stream()
                .filter(place -> !Gaps.isRow(place))
                .map(place -> key(endpoint, Gaps.field(place)))
                .distinct()
                .forEach(field -> lackedInARow.compute(
                        field, (known, before) -> before == null ? ENOUGH : Math.min(before + 1, ENOUGH)));
    }

    private static String key(String endpoint, String field) {
        return endpoint + " " + field;
    }
}
