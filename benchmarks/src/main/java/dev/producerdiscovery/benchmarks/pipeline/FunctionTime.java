package dev.producerdiscovery.benchmarks.pipeline;

/**
 * What a function of the database has cost.
 *
 * @param millis without the functions that it calls
 */
record FunctionTime(String name, long calls, double millis) {}
