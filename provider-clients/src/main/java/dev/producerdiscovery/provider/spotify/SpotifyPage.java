package dev.producerdiscovery.provider.spotify;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextOffset where the next page begins; empty at the end
 * @param total as stated by Spotify, which need not be the number of rows that come
 */
public record SpotifyPage<T>(
        List<T> items, OptionalInt nextOffset, @Nullable Integer total) {

    static <T> SpotifyPage<T> empty() {
        return new SpotifyPage<>(List.of(), OptionalInt.empty(), 0);
    }
}
