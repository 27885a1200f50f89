package dev.producerdiscovery.enrichment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a person, in the fields that {@code record_producer_profile} reads.
 *
 * @param asked the ids that were known before
 */
record Profile(
        @Nullable String email,
        @JsonProperty("image_url") @Nullable String imageUrl,
        @JsonProperty("instagram_handle") @Nullable String instagramHandle,
        @JsonProperty("instagram_bio") @Nullable String instagramBio,
        @Nullable String bio,
        List<Page> profiles,
        List<Identity> identities,
        List<Identity> asked,
        List<Alias> aliases) {

    /**
     * A page of the person.
     *
     * @param sources who says that it is theirs
     */
    record Page(String site, String url, List<String> sources) {}

    /** A further name with its comparison key. */
    record Alias(String name, String key, String source) {}
}
