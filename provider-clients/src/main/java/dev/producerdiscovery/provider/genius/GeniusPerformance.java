package dev.producerdiscovery.provider.genius;

import java.util.List;

/**
 * A further credit of a song.
 *
 * @param label free text, not only roles of people: {@code Mixing Engineer}, but also {@code Copyright ©}
 */
public record GeniusPerformance(String label, List<GeniusArtistRef> artists) {}
