package dev.producerdiscovery.benchmarks.contender;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** Which of the expected jobs were handled, and when each of them first was. Thread-safe. */
final class HandledJobs {

    private final int first;
    /** Nanoseconds; 0 for a job that was not handled. */
    private final AtomicLongArray startedAt;

    private final AtomicLong firstStart = new AtomicLong();
    private final AtomicLong again = new AtomicLong();
    private final CountDownLatch left;

    HandledJobs(int first, int count) {
        this.first = first;
        this.startedAt = new AtomicLongArray(count);
        this.left = new CountDownLatch(count);
    }

    void handle(int number) {
        long now = System.nanoTime();
        if (firstStart.get() == 0) {
            firstStart.compareAndSet(0, now);
        }
        int place = number - first;
        if (place < 0 || place >= startedAt.length()) {
            return;
        }
        if (startedAt.compareAndSet(place, 0, now)) {
            left.countDown();
        } else {
            again.incrementAndGet();
        }
    }

    /** Waits until every job was handled; false when that takes longer than {@code patience}. */
    boolean await(Duration patience) throws InterruptedException {
        return left.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    long missing() {
        return left.getCount();
    }

    /** How often a job was handled that had been before. */
    long again() {
        return again.get();
    }

    /** In the clock of {@link System#nanoTime()}; 0 when nothing was handled. */
    long firstStart() {
        return firstStart.get();
    }

    /** In the clock of {@link System#nanoTime()}; 0 when the job was not handled. */
    long startOf(int number) {
        return startedAt.get(number - first);
    }
}
