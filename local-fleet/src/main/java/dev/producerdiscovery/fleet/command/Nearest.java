package dev.producerdiscovery.fleet.command;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody most likely meant. */
final class Nearest {

    private Nearest() {}

    /** One that contains what was given, else one that differs in less than half of its letters. */
    static Optional<String> to(String given, List<String> known) {
        String wanted = given.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name -> !wanted.isEmpty() && name.contains(wanted))
                .findFirst()
                .or(() -> known.stream()
                        .min(Comparator.comparingInt(name -> distance(wanted, name)))
                        .filter(name -> distance(wanted, name) * 2 < name.length()));
    }

    /** How many letters have to be put in, taken out or changed (Levenshtein). */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                current[column] =
                        Math.min(previous[column - 1] + change, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
