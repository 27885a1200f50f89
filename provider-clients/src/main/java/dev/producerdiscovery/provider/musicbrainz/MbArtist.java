package dev.producerdiscovery.provider.musicbrainz;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person or group with other names and links.
 *
 * @param id may differ from the one asked for: artists get merged, and this is the one to keep
 * @param country two capitals
 * @param begin of its life or existence, as precise as it is known: a year, a month or a day
 * @param end of the same
 * @param score how well a search fits it, 100 being best; null for what was looked up
 * @param relations links to pages elsewhere; skip those that have ended. A search brings none
 */
public record MbArtist(
        String id,
        String name,
        @Nullable String sortName,
        @Nullable String disambiguation,
        @Nullable String type,
        @Nullable String country,
        @Nullable String begin,
        @Nullable String end,
        @Nullable Integer score,
        List<String> aliases,
        List<MbRelation> relations) {}
