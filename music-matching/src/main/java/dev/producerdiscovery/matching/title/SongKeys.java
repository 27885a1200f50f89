package dev.producerdiscovery.matching.title;

import dev.producerdiscovery.matching.text.Folding;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Comparison keys of song titles. */
final class SongKeys {

    private static final Pattern PART = Pattern.compile(
            "\\b(?:part|pt|parts|pts|vol|volume)(?=\\s)\\s+(\\d+|[ivx]+|one|two|three|four|five|six)\\b");

    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("i", "1"),
            Map.entry("ii", "2"),
            Map.entry("iii", "3"),
            Map.entry("iv", "4"),
            Map.entry("v", "5"),
            Map.entry("vi", "6"),
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"));

    private SongKeys() {}

    /** Parts are songs of their own, however their number is written. */
    static String of(String song) {
        String key = Folding.key(song);
        Matcher part = PART.matcher(key);
        return part.replaceAll(found -> (found.group().startsWith("v") ? "volume " : "part ")
                + NUMBERS.getOrDefault(found.group(1), found.group(1)));
    }
}
