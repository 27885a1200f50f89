package dev.producerdiscovery.provider.musicbrainz;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person or group with other names and links.
 *
 * @param id may differ from the one asked for: artists get merged, and this is the one to keep
 * @param relations links to pages elsewhere; skip those that have ended
 */
public record MbArtist(
        String id,
        String name,
        @Nullable String sortName,
        @Nullable String disambiguation,
        @Nullable String type,
        List<String> aliases,
        List<MbRelation> relations) {}
