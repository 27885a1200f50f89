package dev.producerdiscovery.provider.wikidata;

import org.jspecify.annotations.Nullable;

/**
 * What Wikidata has on somebody. Of several values one is given.
 *
 * @param id Wikidata's own, {@code Q42}
 * @param instagram handle
 * @param x handle
 * @param imageUrl of a freely licensed picture
 */
public record WikidataPerson(
        String id,
        @Nullable String instagram,
        @Nullable String x,
        @Nullable String website,
        @Nullable String email,
        @Nullable String imageUrl,
        @Nullable String spotifyArtistId,
        @Nullable String musicBrainzArtistId,
        @Nullable String discogsArtistId) {}
