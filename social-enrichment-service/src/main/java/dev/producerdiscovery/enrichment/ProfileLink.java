package dev.producerdiscovery.enrichment;

import dev.producerdiscovery.provider.instagram.InstagramHandle;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address of a person's page, in one spelling for each page. */
record ProfileLink(Site site, String url) {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int LONGEST = 500;
    private static final Pattern LEADING_AT = Pattern.compile("^@");
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._-]{1,80}");

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
                        ? instagram(url)
                        : Optional.of(new ProfileLink(site, withoutTrailingSlash(url.strip()))));
    }

    /** The page of an Instagram handle, however it is typed; empty for what cannot be one. */
    static Optional<ProfileLink> instagram(String typed) {
        return InstagramHandle.of(typed)
                .map(handle -> new ProfileLink(Site.INSTAGRAM, "https://www.instagram.com/" + handle));
    }

    /** The page of an account name on a site; empty for what cannot be one. */
    static Optional<ProfileLink> account(String site, @Nullable String typed) {
        return Optional.ofNullable(typed)
                .map(name -> LEADING_AT.matcher(name.strip()).replaceFirst(""))
                .filter(name -> ACCOUNT.matcher(name).matches())
                .flatMap(name -> of(site + name, false));
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
