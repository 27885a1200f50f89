package dev.producerdiscovery.provider.http;

import dev.producerdiscovery.provider.json.Gaps;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Fields that an endpoint never gives, whatever we expect of it: not worth any doubt. A field that it gave once is
 * none of them, because where it is missing the answer may be damaged; nor is a row. Thread-safe.
 */
final class KnownGaps {

    private final Map<String, Boolean> everGiven = new ConcurrentHashMap<>();

    /** What is missing although it is not known to be never there. */
    Set<String> unfamiliar(String endpoint, Gaps gaps) {
        gaps.given().forEach(field -> everGiven.put(key(endpoint, field), true));
        return gaps.missing().stream()
                .filter(place -> !Boolean.FALSE.equals(everGiven.get(key(endpoint, Gaps.field(place)))))
                .collect(Collectors.toSet());
    }

    /** These are missing for certain. */
    void learn(String endpoint, Collection<String> places) {
        places.stream()
                .filter(place -> !Gaps.isRow(place))
                .forEach(place -> everGiven.putIfAbsent(key(endpoint, Gaps.field(place)), false));
    }

    private static String key(String endpoint, String field) {
        return endpoint + " " + field;
    }
}
