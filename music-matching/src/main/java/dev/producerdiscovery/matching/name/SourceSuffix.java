package dev.producerdiscovery.matching.name;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The marks by which a source tells its own namesakes apart: Discogs numbers them, Genius names country or trade. */
final class SourceSuffix {

    private static final Pattern BRACKETED_END = Pattern.compile("^(.*\\S)\\s*\\(([^()]{1,20})\\)\\*?$");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Set<String> TRADES =
            Set.of("producer", "producers", "music producer", "record producer", "beatmaker", "production");

    /** Alpha-3 codes and the two short forms in use; other two-letter codes are initials too often ("DJ", "MC"). */
    private static final Set<String> COUNTRIES = Stream.concat(
                    Arrays.stream(Locale.getISOCountries())
                            .map(code -> Locale.of("", code).getISO3Country()),
                    Stream.of("UK", "US"))
            .collect(Collectors.toUnmodifiableSet());

    private SourceSuffix() {}

    static String strip(String name) {
        Matcher end = BRACKETED_END.matcher(name);
        return end.matches() && isSuffix(end.group(2).strip()) ? strip(end.group(1)) : name;
    }

    static boolean isPresent(String name) {
        return !strip(name).equals(name);
    }

    private static boolean isSuffix(String inBrackets) {
        return NUMBER.matcher(inBrackets).matches()
                || TRADES.contains(inBrackets.toLowerCase(Locale.ROOT))
                || COUNTRIES.contains(inBrackets);
    }
}
