package dev.producerdiscovery.benchmarks.pipeline;

/**
 * What a statement or a function of the database has cost.
 *
 * @param of its beginning, or its name
 * @param millis by the clock
 */
record Cost(String of, long calls, double millis) {}
