package dev.producerdiscovery.worker.resilience;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a step on a thread of its own until told to stop. Stopping waits for the step at hand: an interrupt in the
 * middle of a statement would lose its answer, for example which messages were just leased.
 */
public final class Loop {

    private static final Logger log = LoggerFactory.getLogger(Loop.class);
    private static final Duration AFTER_DEFECT = Duration.ofSeconds(1);

    private final String name;
    private final Supplier<Duration> step;
    private final Signal signal = new Signal();
    private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
    private volatile boolean stopped;

    /** @param step returns how long nothing needs to be done unless somebody wakes the loop */
    public Loop(String name, Supplier<Duration> step) {
        this.name = name;
        this.step = step;
    }

    public void start() {
        stopped = false;
        // A platform thread: these few threads live in short statements, and a virtual one would go through the poller
        // and a carrier with each of them, which costs more than the statement's own round trip.
        thread.set(Thread.ofPlatform().daemon().name(name).start(this::run));
    }

    public void wake() {
        signal.give();
    }

    /** Ends the loop after the step at hand, or by interrupting it when that takes longer than {@code patience}. */
    public void stop(Duration patience) {
        stopped = true;
        signal.give();
        Thread running = thread.getAndSet(null);
        if (running != null) {
            try {
                if (!running.join(patience)) {
                    running.interrupt();
                }
            } catch (InterruptedException e) {
                running.interrupt();
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        Duration wait = Duration.ZERO;
        while (signal.await(wait) && !stopped) {
            wait = safely();
        }
    }

    @SuppressWarnings("CatchThrowable") // whatever a step meets, the queue must go on being served
    private Duration safely() {
        try {
            return step.get();
        } catch (Throwable e) {
            log.error("{} met a defect and goes on in {} ms", name, AFTER_DEFECT.toMillis(), e);
            return AFTER_DEFECT;
        }
    }
}
