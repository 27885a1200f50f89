package dev.producerdiscovery.benchmarks.pipeline;

/**
 * A statement that took long, as auto_explain wrote it down.
 *
 * @param statement its text, in one line
 * @param plan as text, with the arguments above it where there are any
 */
record SlowStatement(double millis, String statement, String plan) {}
