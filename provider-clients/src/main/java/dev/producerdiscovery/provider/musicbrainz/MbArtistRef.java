package dev.producerdiscovery.provider.musicbrainz;

import org.jspecify.annotations.Nullable;

/**
 * An artist (a person or a group) as named by another entity.
 *
 * @param type for example {@code Person} or {@code Group}
 */
public record MbArtistRef(
        String id,
        String name,
        @Nullable String sortName,
        @Nullable String disambiguation,
        @Nullable String type) {}
