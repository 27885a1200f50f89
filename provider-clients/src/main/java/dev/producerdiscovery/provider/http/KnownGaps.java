package dev.producerdiscovery.provider.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Fields that an endpoint really does leave out, as it said twice: not worth asking again for. Rows that cannot be read
 * are never remembered, each may be a loss. Thread-safe.
 */
final class KnownGaps {

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Set<String> unfamiliar(String endpoint, Set<String> gaps) {
        return gaps.stream()
                .filter(gap -> !known.contains(endpoint + " " + gap))
                .collect(Collectors.toSet());
    }

    void learn(String endpoint, Set<String> gaps) {
        gaps.stream().filter(gap -> !gap.endsWith("[]")).forEach(gap -> known.add(endpoint + " " + gap));
    }
}
