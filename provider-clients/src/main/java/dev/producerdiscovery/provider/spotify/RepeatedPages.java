package dev.producerdiscovery.provider.spotify;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;

/**
 * Ends lists that give the same page again at a later offset, and would do so for hundreds of calls. Known to this process
 * only: with several replicas it may take some pages more. Thread-safe.
 */
final class RepeatedPages {

    /** More lists than are read at a time. */
    private static final int LISTS = 500;

    private record Last(int offset, List<?> items) {}

    private final Cache<String, Last> pages =
            Caffeine.newBuilder().maximumSize(LISTS).build();

    /** The page, or an empty one when it repeats the one before it. */
    <T> SpotifyPage<T> orEnd(String list, int offset, SpotifyPage<T> page) {
        Last last = pages.getIfPresent(list);
        if (last != null
                && last.offset() < offset
                && !page.items().isEmpty()
                && last.items().equals(page.items())) {
            return SpotifyPage.empty();
        }
        pages.put(list, new Last(offset, page.items()));
        return page;
    }
}
