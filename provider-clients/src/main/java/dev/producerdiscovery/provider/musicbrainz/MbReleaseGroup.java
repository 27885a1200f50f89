package dev.producerdiscovery.provider.musicbrainz;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the editions of one album, EP or single have in common.
 *
 * @param primaryType for example {@code Album}, {@code EP} or {@code Single}; unknown for some
 * @param secondaryTypes what else it is, for example {@code Compilation} or {@code Live}
 * @param firstReleaseDate of the earliest edition, as precise as it is known: a year, a month or a day
 */
public record MbReleaseGroup(
        String id,
        String title,
        @Nullable String primaryType,
        List<String> secondaryTypes,
        @Nullable String firstReleaseDate) {}
