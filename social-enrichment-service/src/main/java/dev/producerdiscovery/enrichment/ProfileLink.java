package dev.producerdiscovery.enrichment;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The address of a person's page, in one spelling for each page. */
record ProfileLink(Site site, String url) {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LONGEST = 500;

    /**
     * Reads a link that a source gives for a person.
     *
     * @param homepage whether the source says that it is the person's own site; other links count on known sites only
     * @return empty for what is no web address, or no profile
     */
    static Optional<ProfileLink> of(String url, boolean homepage) {
        URI uri = parse(url.strip());
        if (uri == null || uri.getHost() == null || uri.getScheme() == null || !SCHEMES.contains(uri.getScheme())) {
            return Optional.empty();
        }
        return Site.ofHost(uri.getHost())
                .or(() -> homepage ? Optional.of(Site.HOMEPAGE) : Optional.empty())
                .flatMap(site -> site == Site.INSTAGRAM
                        ? InstagramHandle.ofPath(uri.getPath()).map(ProfileLink::instagram)
                        : Optional.of(new ProfileLink(site, withoutTrailingSlash(url.strip()))));
    }

    static ProfileLink instagram(String handle) {
        return new ProfileLink(Site.INSTAGRAM, "https://www.instagram.com/" + handle);
    }

    private static @Nullable URI parse(String url) {
        try {
            return url.length() > LONGEST ? null : new URI(url);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String withoutTrailingSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
