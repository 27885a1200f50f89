package dev.producerdiscovery.provider.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.github.benmanes.caffeine.cache.Weigher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps for a while what was read of the database. The songs of an album come one after another and ask for the same, and
 * what is kept there for weeks does not change in between. Thread-safe.
 */
public final class RecentlyRead {

    private RecentlyRead() {}

    /** @param room for so much weight; the rest is forgotten earlier */
    public static <K, V> Cache<K, V> cache(Duration kept, InstantSource clock, long room, Weigher<K, V> weigher) {
        return Caffeine.newBuilder()
                .ticker(ticker(clock))
                .expireAfterWrite(kept)
                .maximumWeight(room)
                .weigher(weigher)
                .build();
    }

    private static Ticker ticker(InstantSource clock) {
        return () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos();
    }
}
