package dev.producerdiscovery.endtoend.soak;

/**
 * What is measured of a process.
 *
 * <p>It may grow by 5 %, or by its allowance where that is more: by what it varies when nothing leaks.
 */
enum Figure {
    /** Of a service's pool. */
    CONNECTIONS("pool", 1),
    /** Connections that somebody has at the moment of measuring. */
    TAKEN("taken", 2),
    /** At the database's end, of all services together, with those outside pools. */
    SESSIONS("sessions", 2),
    /** Of the platform. A provider's client has a thread for each call at a time, for a minute after the call. */
    THREADS("threads", 8),
    VIRTUAL_THREADS("virtual", 8),
    /** Its connections are kept as long. */
    HANDLES("handles", 8),
    /** MB in use after a full collection. A few are requests and answers that were on their way. */
    HEAP("heap MB", 2),
    /** MB of memory: a process' own, and its share of files and programs that it maps with others. */
    MEMORY("memory MB", 4),
    /** MB of the largest of PostgreSQL's processes: of the session that has done most kinds of things. */
    LARGEST("largest MB", 2);

    static final double SHARE = 0.05;

    private final String title;
    private final double allowance;

    Figure(String title, double allowance) {
        this.title = title;
        this.allowance = allowance;
    }

    String title() {
        return title;
    }

    double limit(double before) {
        return before + Math.max(before * SHARE, allowance);
    }
}
