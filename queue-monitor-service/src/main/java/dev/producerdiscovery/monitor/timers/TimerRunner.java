package dev.producerdiscovery.monitor.timers;

import dev.producerdiscovery.monitor.Events;
import dev.producerdiscovery.secrets.Secrets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Runs a job in one replica and keeps its result, also when it failed. The next round tries again. */
@Component
class TimerRunner {

    private static final Logger log = LoggerFactory.getLogger(TimerRunner.class);

    /** A replica that dies in the middle of a job keeps it from the others for so long. */
    private static final Duration LOCK_AT_MOST = Duration.ofMinutes(10);
    /** Longer than the clocks of two replicas differ, or both would run the same round one after the other. */
    private static final Duration LOCK_AT_LEAST = Duration.ofSeconds(2);

    private final LockingTaskExecutor locks;
    private final Events events;
    private final InstantSource clock;

    TimerRunner(LockingTaskExecutor locks, Events events, InstantSource clock) {
        this.locks = locks;
        this.events = events;
        this.clock = clock;
    }

    void run(Timer timer) {
        try {
            locks.executeWithLock(
                    (Runnable) () -> runLocked(timer),
                    new LockConfiguration(clock.instant(), timer.name(), LOCK_AT_MOST, LOCK_AT_LEAST));
        } catch (DataAccessException | TransactionException e) {
            log.warn(
                    "Job {} did not run in this round, the database does not answer: {}", timer.name(), e.getMessage());
        }
    }

    private void runLocked(Timer timer) {
        try {
            String result = timer.run();
            log.debug("Job {}: {}", timer.name(), result);
            events.record("timer_done", Map.of("timer", timer.name(), "result", result));
        } catch (DataAccessException e) {
            log.warn("Job {} failed and will be tried again in its next round", timer.name(), e);
            events.record(
                    "timer_failed",
                    Map.of("timer", timer.name(), "error", Secrets.hide(String.valueOf(e.getMessage()))));
        }
    }
}
