package dev.producerdiscovery.provider.discogs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An artist page.
 *
 * @param name with a number such as {@code (2)} where there are namesakes
 * @param urls pages elsewhere, of any kind
 * @param nameVariations as printed here and there
 * @param aliases names of other projects of the same person
 */
public record DiscogsArtist(
        long id,
        String name,
        @Nullable String realName,
        @Nullable String profile,
        @Nullable String imageUrl,
        List<String> urls,
        List<String> nameVariations,
        List<String> aliases) {}
