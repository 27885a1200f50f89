package dev.producerdiscovery.worker.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lets a handler run with no other beside it in this process. Thread-safe. */
final class Solitude {

    private final ReentrantReadWriteLock handlers = new ReentrantReadWriteLock(true);
    private final AtomicInteger wanted = new AtomicInteger();
    private final Duration patience;

    /** @param patience how long to wait until the others have ended: one that hangs never does */
    Solitude(Duration patience) {
        this.patience = patience;
    }

    /** Whether somebody is alone, or waits for it: then nothing more is to be read. */
    boolean wanted() {
        return wanted.get() > 0;
    }

    /** Beside others, and after whoever is alone or waits for it. */
    <T> T beside(Supplier<T> work) {
        handlers.readLock().lock();
        try {
            return work.get();
        } finally {
            handlers.readLock().unlock();
        }
    }

    /** @param work is told whether it is alone, or others outlasted the patience */
    <T> T alone(Function<Boolean, T> work) throws InterruptedException {
        wanted.incrementAndGet();
        try {
            boolean alone = handlers.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
            try {
                return work.apply(alone);
            } finally {
                if (alone) {
                    handlers.writeLock().unlock();
                }
            }
        } finally {
            wanted.decrementAndGet();
        }
    }
}
