package dev.producerdiscovery.benchmarks.measure;

/**
 * A minute of a soak. Delays in milliseconds.
 *
 * @param held whether a transaction kept everything from being vacuumed
 * @param heap bytes in use after a collection
 * @param dead rows of the queue's table
 * @param bytes of the queue's table and its indexes
 * @param missing messages that nobody handled
 */
record Minute(
        int number,
        boolean held,
        double p50,
        double p99,
        double most,
        double heap,
        long dead,
        long bytes,
        long missing) {

    static final String HEADING =
            "| minute | p50, ms | p99, ms | most, ms | heap, MB | dead rows | queue, MB | missing |\n|---|---|---|---|---|---|---|---|";

    String text() {
        return "| %d%s | %.1f | %.1f | %.1f | %.1f | %,d | %.1f | %d |"
                .formatted(
                        number, held ? " (snapshot held)" : "", p50, p99, most, heap / 1e6, dead, bytes / 1e6, missing);
    }
}
