package dev.producerdiscovery.provider.musicbrainz;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A link from one entity to another. Exactly one of {@code artist}, {@code work} and {@code url} is set.
 *
 * @param typeId decides the meaning; {@code type} is its English text
 * @param attributes for example {@code co}, {@code executive}, {@code additional}, {@code task}
 * @param attributeValues free text of an attribute, for example {@code task -> vocal producer}
 * @param targetCredit how the target is named in this credit, where that differs
 */
public record MbRelation(
        String type,
        @Nullable String typeId,
        List<String> attributes,
        Map<String, String> attributeValues,
        boolean ended,
        @Nullable String targetCredit,
        @Nullable MbArtistRef artist,
        @Nullable MbWork work,
        @Nullable String url) {}
