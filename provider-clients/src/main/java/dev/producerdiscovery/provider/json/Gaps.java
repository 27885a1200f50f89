package dev.producerdiscovery.provider.json;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What was expected of an answer. A place is a field, such as {@code album.tracks[3].name}, or a row that could not be
 * read, such as {@code album.tracks[3]}. Not thread-safe.
 */
public final class Gaps {

    private static final Pattern ROW = Pattern.compile("\\[\\d+]");

    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> given = new HashSet<>();

    /** The places at which something was expected that is not there. */
    public Set<String> missing() {
        return Collections.unmodifiableSet(missing);
    }

    /** The {@linkplain #field fields} that were expected and there, in one row at least. */
    public Set<String> given() {
        return Collections.unmodifiableSet(given);
    }

    /** The field at that place, whichever row it is in: {@code album.tracks[].name}. */
    public static String field(String place) {
        return ROW.matcher(place).replaceAll("[]");
    }

    /** Whether the place is a row, not a field. */
    public static boolean isRow(String place) {
        return place.endsWith("]");
    }

    static String row(String list, int index) {
        return list + "[" + index + "]";
    }

    void missing(String place) {
        missing.add(place);
    }

    void given(String place) {
        given.add(field(place));
    }
}
