package dev.producerdiscovery.benchmarks.pipeline;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.dao.DataAccessException;

/** Looks at the sessions five times a second, in a thread of its own, until it is closed. */
final class Looking implements AutoCloseable {

    private static final long PAUSE_NANOS = Duration.ofMillis(200).toNanos();

    private final Statistics statistics;
    private final Activity activity = new Activity();
    private final Thread thread = new Thread(this::look, "look-at-sessions");
    private volatile boolean closed;

    private Looking(Statistics statistics) {
        this.statistics = statistics;
    }

    /** @param statistics for this alone: sessions are of one thread */
    static Looking start(Statistics statistics) {
        Looking looking = new Looking(statistics);
        looking.thread.setDaemon(true);
        looking.thread.start();
        return looking;
    }

    /** What has been seen, and is still to be. */
    Activity activity() {
        return activity;
    }

    private void look() {
        try {
            while (!closed) {
                activity.look(statistics.sessions());
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (DataAccessException e) {
            System.err.println("Sessions are not looked at any more: "
                    + e.getMostSpecificCause().getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
