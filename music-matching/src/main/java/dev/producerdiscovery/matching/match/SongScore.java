package dev.producerdiscovery.matching.match;

/**
 * How well a candidate fits.
 *
 * @param strength 0 when a gate was not passed
 */
record SongScore(double strength, Verdict.Kind kind) {

    static final SongScore NONE = new SongScore(0, Verdict.Kind.SIMILAR);
}
