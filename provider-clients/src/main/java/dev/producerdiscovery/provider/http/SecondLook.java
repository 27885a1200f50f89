package dev.producerdiscovery.provider.http;

import java.util.HashSet;
import java.util.Set;

/**
 * Whether to believe that something is not there. An answer may be damaged by chance, but not twice at the same place. So
 * what is missing is asked for again until it is there, or was missing before. Not thread-safe.
 */
final class SecondLook {

    /** That many different damages in a row are no chance: the provider never gives the same answer twice. */
    private static final int MOST_LOOKS = 4;

    private final Set<String> missed = new HashSet<>();
    private int looks;

    /** Whether all these places were empty before; true also when nothing is missing. */
    boolean confirms(Set<String> missing) {
        looks++;
        return !missed.addAll(missing);
    }

    /** Whether another look would tell no more. */
    boolean isLast() {
        return looks >= MOST_LOOKS;
    }
}
