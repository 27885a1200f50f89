package dev.producerdiscovery.provider.instagram;

import org.jspecify.annotations.Nullable;

/**
 * A public profile.
 *
 * @param handle in lower case, without {@code @}
 * @param pictureUrl signed and short-lived: keep the picture or ask again, never the address for long
 */
public record InstagramProfile(
        String handle,
        @Nullable String name,
        @Nullable String biography,
        @Nullable String website,
        @Nullable Long followers,
        @Nullable String pictureUrl) {}
