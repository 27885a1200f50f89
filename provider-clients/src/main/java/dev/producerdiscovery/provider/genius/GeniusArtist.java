package dev.producerdiscovery.provider.genius;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An artist page.
 *
 * @param imageUrl null for the picture that Genius shows where there is none
 * @param instagramName typed in by the community: to be validated
 * @param description plain text
 * @param translationArtist whether the page only collects translations of other people's songs
 */
public record GeniusArtist(
        long id,
        String name,
        List<String> alternateNames,
        @Nullable String url,
        @Nullable String imageUrl,
        @Nullable String instagramName,
        @Nullable String twitterName,
        @Nullable String facebookName,
        @Nullable String description,
        boolean verified,
        boolean translationArtist) {}
