package dev.producerdiscovery.endtoend.soak;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Does things again and again, or later. What fails is a finding, and is done the next time nevertheless. */
final class Rhythm implements AutoCloseable {

    private final ScheduledExecutorService schedule = Executors.newScheduledThreadPool(6);
    private final Findings findings;

    Rhythm(Findings findings) {
        this.findings = findings;
    }

    /** As often as was said, in the end: what was late is made up for. */
    void evenly(Duration period, String what, Runnable task) {
        ScheduledFuture<?> unused = schedule.scheduleAtFixedRate(
                findings.watching(what, task), 0, period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** With a pause, so that a slow machine gets less to do and not all at once. */
    void every(Duration pause, String what, Runnable task) {
        ScheduledFuture<?> unused = schedule.scheduleWithFixedDelay(
                findings.watching(what, task), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    void after(Duration delay, String what, Runnable task) {
        ScheduledFuture<?> unused =
                schedule.schedule(findings.watching(what, task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Begins nothing more, and waits for what was begun. */
    void end(Duration patience) throws InterruptedException {
        schedule.shutdown();
        if (!schedule.awaitTermination(patience.toSeconds(), TimeUnit.SECONDS)) {
            findings.add("What was being done did not end within " + patience.toSeconds() + " s");
        }
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
