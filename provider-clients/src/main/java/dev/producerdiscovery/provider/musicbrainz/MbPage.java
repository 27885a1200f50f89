package dev.producerdiscovery.provider.musicbrainz;

import java.util.List;
import java.util.OptionalInt;

/**
 * One page of a list.
 *
 * @param rows those that could be read
 * @param nextOffset where the next page begins: after the rows that came, whatever was asked for; empty at the end
 * @param total how many the whole list has
 */
public record MbPage<T>(List<T> rows, OptionalInt nextOffset, int total) {

    static <T> MbPage<T> empty() {
        return new MbPage<>(List.of(), OptionalInt.empty(), 0);
    }
}
