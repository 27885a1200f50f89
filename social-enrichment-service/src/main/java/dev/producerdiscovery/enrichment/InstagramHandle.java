package dev.producerdiscovery.enrichment;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Handles as Instagram allows them: the community types all kinds of things into the fields for them. The form is that
 * of https://www.wikidata.org/wiki/Property:P2003.
 */
final class InstagramHandle {

    private static final Pattern FORM = Pattern.compile("[a-z0-9_](?:[a-z0-9_.]{0,28}[a-z0-9_])?");

    /** First words of Instagram's own addresses, which are nobody's page. */
    private static final Set<String> RESERVED = Set.of(
            "p",
            "reel",
            "reels",
            "explore",
            "stories",
            "accounts",
            "about",
            "developer",
            "tv",
            "direct",
            "legal",
            "web");

    private InstagramHandle() {}

    /** Reads a handle with or without its at sign, or a link to the page. */
    static Optional<String> of(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        int host = text.indexOf("instagram.com/");
        if (host >= 0) {
            return ofPath(text.substring(host + "instagram.com".length()).replaceFirst("[?#].*$", ""));
        }
        String handle = text.startsWith("@") ? text.substring(1) : text;
        return FORM.matcher(handle).matches() && !handle.contains("..") && !RESERVED.contains(handle)
                ? Optional.of(handle)
                : Optional.empty();
    }

    /** Reads the path of a page's address. */
    static Optional<String> ofPath(String path) {
        String first = path.replaceFirst("^/+", "").replaceFirst("/.*$", "");
        return first.contains("instagram.com") ? Optional.empty() : of(first);
    }
}
