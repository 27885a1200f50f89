package dev.producerdiscovery.identification.evidence;

import org.jspecify.annotations.Nullable;

/**
 * How a source's recording or page was proven to be the song.
 *
 * @param kind in words, as the evidence shows it
 * @param strength 0 to 1: of so many such matches this share is right
 * @param sourceSongId the recording or page at the source; null when the source is the title itself
 * @param url where a person can look it up; null when there is no page
 */
public record Match(
        String kind,
        double strength,
        @Nullable String sourceSongId,
        @Nullable String url) {

    public Match {
        if (strength < 0 || strength > 1) {
            throw new IllegalArgumentException("strength: must be between 0 and 1, was " + strength);
        }
    }

    /** The same match with less certainty, for claims that are weaker than the match itself. */
    public Match weakened(double factor) {
        return new Match(kind, strength * factor, sourceSongId, url);
    }
}
