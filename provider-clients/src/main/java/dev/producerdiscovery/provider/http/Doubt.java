package dev.producerdiscovery.provider.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Whether to believe that something is not there. An answer may be damaged by chance, and among thousands of answers some
 * are so twice at the same place. So what is missing is asked for until it is there, or was missing three times. Not
 * thread-safe.
 */
final class Doubt {

    private static final int ENOUGH = 3;
    /** That many different damages in a row are no chance: the provider never gives the same answer twice. */
    private static final int MOST_LOOKS = 6;

    private final Map<String, Integer> missed = new HashMap<>();
    private int looks;

    /** Whether an answer in which these places are empty is to be believed; true for one that lacks nothing. */
    boolean isRemovedBy(Set<String> missing) {
        looks++;
        missing.forEach(place -> missed.merge(place, 1, Integer::sum));
        return missing.stream().allMatch(place -> missed.getOrDefault(place, 0) >= ENOUGH);
    }

    /** Whether another look would tell no more. */
    boolean isPointless() {
        return looks >= MOST_LOOKS;
    }
}
