package dev.producerdiscovery.simulator.musicbrainz;

import dev.producerdiscovery.simulator.catalogue.Act;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the editions of an album have in common.
 *
 * @param firstDate of the earliest edition
 */
record ReleaseGroup(
        String id, String title, String primaryType, List<String> secondaryTypes, List<Act> acts, String firstDate) {

    /** Whether a caller who names these types, in small letters and with bars between them, means it; none means all. */
    boolean isAmong(String types) {
        List<String> wanted = Arrays.asList(types.toLowerCase(Locale.ROOT).split("\\|"));
        return types.isEmpty()
                || Stream.concat(Stream.of(primaryType), secondaryTypes.stream())
                        .anyMatch(type -> wanted.contains(type.toLowerCase(Locale.ROOT)));
    }
}
