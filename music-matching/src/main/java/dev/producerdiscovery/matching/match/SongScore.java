package dev.producerdiscovery.matching.match;

/**
 * How well a candidate fits.
 *
 * @param strength 0 when a gate was not passed
 */
record SongScore(double strength, Choice.Kind kind) {

    static final SongScore NONE = new SongScore(0, Choice.Kind.SIMILAR);
}
