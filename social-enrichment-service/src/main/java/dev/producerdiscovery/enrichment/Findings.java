package dev.producerdiscovery.enrichment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source says about a person.
 *
 * @param source the provider that says it
 * @param identities who the person is elsewhere, or under a newer id at the source itself
 * @param names the person's names
 * @param links the person's pages
 * @param imageUrl a picture of the person, null when there is none or only a stand-in for one
 * @param bio what others wrote about the person
 * @param ownWords what the person published about themselves
 */
record Findings(
        String source,
        List<Identity> identities,
        List<String> names,
        List<ProfileLink> links,
        @Nullable String imageUrl,
        @Nullable String bio,
        @Nullable String ownWords) {

    Findings {
        identities = List.copyOf(identities);
        names = List.copyOf(names);
        links = List.copyOf(links);
    }
}
