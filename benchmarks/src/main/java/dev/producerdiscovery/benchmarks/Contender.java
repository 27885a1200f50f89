package dev.producerdiscovery.benchmarks;

import javax.sql.DataSource;

/** Something that empties a queue. */
interface Contender {

    String name();

    /** Takes every message of the queue, up to {@code batch} at a time, and archives it. Returns when all are archived. */
    void drain(DataSource dataSource, String queue, int messages, int batch) throws Exception;
}
