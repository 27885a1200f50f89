package dev.producerdiscovery.simulator.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Choices that depend on nothing but a seed and a path of names.
 *
 * <p>Each thing in the catalogue rolls its own dice, reached by its own path, so adding a choice to one of them leaves
 * all others as they were, and the first artists of a big catalogue are those of a small one. Not thread-safe.
 */
public final class Dice {

    private final long seed;
    private final SplittableRandom random;

    private Dice(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    public static Dice of(long seed) {
        return new Dice(mix(seed));
    }

    /** Dice of their own for what lies at this path; independent of what was rolled here before. */
    public Dice at(Object... path) {
        long hash = seed;
        for (Object step : path) {
            String name = step.toString();
            for (int i = 0; i < name.length(); i++) {
                hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
            }
            hash = mix(hash + 0x9e3779b97f4a7c15L);
        }
        return new Dice(hash);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Both ends included. */
    int between(int lowest, int highest) {
        return random.nextInt(lowest, highest + 1);
    }

    /** 0 (included) to 1 (excluded). */
    public double fraction() {
        return random.nextDouble();
    }

    public long bits() {
        return random.nextLong();
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** As many different choices as asked for, or all of them where there are fewer; in random order. */
    <T> List<T> some(List<T> choices, int count) {
        List<T> left = new ArrayList<>(choices);
        List<T> taken = new ArrayList<>();
        while (taken.size() < count && !left.isEmpty()) {
            taken.add(left.remove(random.nextInt(left.size())));
        }
        return taken;
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
