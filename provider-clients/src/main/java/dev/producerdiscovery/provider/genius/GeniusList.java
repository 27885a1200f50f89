package dev.producerdiscovery.provider.genius;

import java.util.List;
import java.util.OptionalInt;

/**
 * One page of the songs of an artist: those that he performs, as a guest too, and those that he only helped to make.
 *
 * @param songs in Genius' order
 * @param nextPage empty at the end
 */
public record GeniusList(List<GeniusHit> songs, OptionalInt nextPage) {

    public GeniusList {
        songs = List.copyOf(songs);
    }
}
