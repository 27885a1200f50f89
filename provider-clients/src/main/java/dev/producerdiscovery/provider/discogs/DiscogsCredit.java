package dev.producerdiscovery.provider.discogs;

import org.jspecify.annotations.Nullable;

/**
 * Somebody named on a release or track.
 *
 * @param id of the artist page, which tells namesakes apart
 * @param name of the artist page, with a number such as {@code (2)} where there are namesakes
 * @param printedName as printed on this release, where it differs
 * @param role one or several roles, joined by commas, with qualifiers in square brackets that may hold commas too;
 *     empty for performers
 * @param tracks to which tracks a credit of the whole release applies, as free text: {@code A1 to B2}; null for all
 */
public record DiscogsCredit(
        long id,
        String name,
        @Nullable String printedName,
        String role,
        @Nullable String tracks) {}
