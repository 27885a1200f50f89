package dev.producerdiscovery.simulator.catalogue;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is known.
 *
 * @param mbid null where MusicBrainz does not know them; likewise the others
 * @param linked the sources to which MusicBrainz' page links, so that their pages can be told to be the same person's
 */
public record ProviderIds(
        @Nullable String mbid,
        @Nullable Long genius,
        @Nullable Long discogs,
        Set<Source> linked) {}
