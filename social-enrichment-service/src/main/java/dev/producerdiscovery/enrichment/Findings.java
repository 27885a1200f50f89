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
 * @param imageUrl a lasting picture of the person, null when there is none or only a stand-in for one
 * @param bio what others wrote about the person
 * @param ownWords what the person published about themselves
 * @param email an address that the source publishes for the person
 */
record Findings(
        String source,
        List<Identity> identities,
        List<String> names,
        List<ProfileLink> links,
        @Nullable String imageUrl,
        @Nullable String bio,
        @Nullable String ownWords,
        @Nullable String email) {

    Findings {
        identities = List.copyOf(identities);
        names = List.copyOf(names);
        links = List.copyOf(links);
    }

    /** A page that says nothing yet. */
    static Findings of(String source) {
        return new Findings(source, List.of(), List.of(), List.of(), null, null, null, null);
    }

    Findings withIdentities(List<Identity> ids) {
        return new Findings(source, ids, names, links, imageUrl, bio, ownWords, email);
    }

    Findings withNames(List<String> given) {
        return new Findings(source, identities, given, links, imageUrl, bio, ownWords, email);
    }

    Findings withLinks(List<ProfileLink> pages) {
        return new Findings(source, identities, names, pages, imageUrl, bio, ownWords, email);
    }

    Findings withImage(@Nullable String url) {
        return new Findings(source, identities, names, links, url, bio, ownWords, email);
    }

    Findings withBio(@Nullable String text) {
        return new Findings(source, identities, names, links, imageUrl, text, ownWords, email);
    }

    Findings withOwnWords(@Nullable String text) {
        return new Findings(source, identities, names, links, imageUrl, bio, text, email);
    }

    Findings withEmail(@Nullable String address) {
        return new Findings(source, identities, names, links, imageUrl, bio, ownWords, address);
    }
}
