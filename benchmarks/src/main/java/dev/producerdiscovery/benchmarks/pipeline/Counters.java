package dev.producerdiscovery.benchmarks.pipeline;

/**
 * What the pipeline's database has counted since it exists.
 *
 * @param transactions that ended, committed or not
 * @param walBytes of the whole server
 * @param rows that were inserted, updated or deleted
 */
record Counters(long transactions, long walBytes, long rows) {}
