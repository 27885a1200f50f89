package dev.producerdiscovery.provider.instagram;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a handle from what people and databases hold for one.
 *
 * @see <a href="https://www.wikidata.org/wiki/Property:P2003">the format of handles</a>
 */
public final class InstagramHandle {

    private static final Pattern URL = Pattern.compile(
            "(?:https?://)?(?:www\\.|m\\.)?instagram\\.com/([^/?#]+)/?(?:[?#].*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern HANDLE = Pattern.compile("[a-z0-9._]{1,30}");
    private static final Set<String> PAGES =
            Set.of("p", "reel", "reels", "explore", "stories", "accounts", "tv", "about", "developer", "direct");

    private InstagramHandle() {}

    /** The handle in lower case, from itself, {@code @itself} or the link of a profile; empty for anything else. */
    public static Optional<String> of(String text) {
        String stripped = text.strip();
        Matcher url = URL.matcher(stripped);
        String handle = (url.matches() ? url.group(1) : stripped).toLowerCase(Locale.ROOT);
        if (handle.startsWith("@")) {
            handle = handle.substring(1);
        }
        return HANDLE.matcher(handle).matches() && !PAGES.contains(handle) ? Optional.of(handle) : Optional.empty();
    }
}
