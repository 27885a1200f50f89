package dev.producerdiscovery.catalog.producers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about one producer besides the songs.
 *
 * @param producedSongs songs with a role that makes somebody a producer of them
 */
record Producer(
        UUID id,
        String name,
        List<String> aliases,
        Profile profile,
        List<Identity> identities,
        long producedSongs,
        List<RoleCount> roles,
        List<Collaboration> artists) {

    /**
     * How the producer can be reached.
     *
     * @param enrichedAt when profiles were looked for last; null if never
     */
    record Profile(
            @Nullable String email,
            @Nullable String instagramHandle,
            @Nullable String instagramBio,
            @Nullable String bio,
            @Nullable String imageUrl,
            @Nullable Instant enrichedAt,
            boolean enrichmentFailed,
            List<Page> pages) {}

    /**
     * A page of the person's own, or about the person.
     *
     * @param sources who says that it is this person's
     */
    record Page(String site, String url, List<String> sources) {}

    /** @param url of the provider's public page, null where it has none */
    record Identity(
            String provider, String externalId, @Nullable String url) {}

    record RoleCount(String role, long songs, boolean produces) {}

    record Collaboration(UUID artistId, String artistName, long tracks) {}
}
