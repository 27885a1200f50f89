package dev.producerdiscovery.worker.engine.message;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The thread that handles a message or a batch. It is interrupted when the last of its messages is taken from it, and
 * not before: the others still count on it. Thread-safe.
 */
public final class HandlerRun {

    private final Thread thread;
    private final AtomicInteger wanted;

    public HandlerRun(Thread thread, int messages) {
        this.thread = thread;
        this.wanted = new AtomicInteger(messages);
    }

    /** To be told at most once for each message. */
    void oneLess() {
        if (wanted.decrementAndGet() == 0) {
            thread.interrupt();
        }
    }
}
