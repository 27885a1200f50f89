package dev.producerdiscovery.provider.spotify;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Ends lists that give the same page again at a later offset, and would do so for hundreds of calls. Known to this process
 * only: with several replicas it may take some pages more. Thread-safe.
 */
final class RepeatedPages {

    /** More lists than are read at a time. */
    private static final int LISTS = 500;

    /**
     * Longer than there may be between two pages of a list that is being read. A list that is read anew much later may
     * have moved on by just a page, and its second page is then no repetition of the first one of that time.
     */
    private static final Duration READING = Duration.ofHours(1);

    private record Last(int offset, List<?> items) {}

    private final Cache<String, Last> pages;

    RepeatedPages(Ticker ticker) {
        this.pages = Caffeine.newBuilder()
                .maximumSize(LISTS)
                .expireAfterWrite(READING.toNanos(), TimeUnit.NANOSECONDS)
                .ticker(ticker)
                .build();
    }

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
