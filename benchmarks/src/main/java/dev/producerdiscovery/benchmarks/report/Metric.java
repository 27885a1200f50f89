package dev.producerdiscovery.benchmarks.report;

/** What is measured of a contender. Times are of the wall clock unless they are CPU. */
public enum Metric {
    RATE("jobs/s", 0, true),
    P50("p50, ms", 2, false),
    P95("p95, ms", 2, false),
    P99("p99, ms", 2, false),
    MOST("most, ms", 2, false),
    WAL("WAL bytes/job", 0, false),
    TRANSACTIONS_PER_JOB("transactions/job", 2, false),
    SERVER_CPU("server CPU µs/job", 0, false),
    CLIENT_CPU("client CPU µs/job", 0, false),
    TRANSACTIONS_PER_SECOND("transactions/s", 2, false),
    CORE("% of a core", 2, false),
    SECONDS_TO_EMPTY("s until empty", 1, false),
    OUTSTANDING("outstanding", 0, false),
    DOUBLED("doubled effects", 0, false),
    MISSING("jobs missing", 0, false),
    AGAIN("handled again", 0, false);

    private final String label;
    private final int decimals;
    private final boolean moreIsBetter;

    Metric(String label, int decimals, boolean moreIsBetter) {
        this.label = label;
        this.decimals = decimals;
        this.moreIsBetter = moreIsBetter;
    }

    String label() {
        return label;
    }

    boolean moreIsBetter() {
        return moreIsBetter;
    }

    String text(double value) {
        return ("%,." + decimals + "f").formatted(value);
    }
}
