package dev.producerdiscovery.dumpimport;

/**
 * How far the import of a dump has come.
 *
 * @param dump its id in the database
 * @param inUse whether all of it is stored
 * @param lines read, and what they held is stored
 * @param bytes of the lines read
 * @param kept entries stored
 * @param broken lines left out
 */
record Checkpoint(int dump, boolean inUse, long lines, long bytes, long kept, long broken) {}
