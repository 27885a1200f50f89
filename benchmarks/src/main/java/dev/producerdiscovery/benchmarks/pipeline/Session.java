package dev.producerdiscovery.benchmarks.pipeline;

/**
 * A session that was working when somebody looked.
 *
 * @param waitsFor the type of what it waits for, as PostgreSQL names them; empty while it works, or waits for a core
 * @param statement how its statement begins, in one line
 */
record Session(String waitsFor, String statement) {}
