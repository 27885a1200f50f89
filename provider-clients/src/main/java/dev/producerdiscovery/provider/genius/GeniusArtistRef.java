package dev.producerdiscovery.provider.genius;

import org.jspecify.annotations.Nullable;

/** An artist page as named by a song. It may stand for two people together, or for a company. */
public record GeniusArtistRef(
        long id,
        String name,
        @Nullable String url,
        @Nullable String imageUrl) {}
