package dev.producerdiscovery.migrations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many sessions that do the same at once. */
final class Sessions {

    private Sessions() {}

    /** Runs the action in so many threads that begin together; what each answered. */
    static <T> List<T> atOnce(int sessions, Callable<T> action) {
        CyclicBarrier together = new CyclicBarrier(sessions);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = IntStream.range(0, sessions)
                    .mapToObj(session -> threads.submit(() -> {
                        together.await();
                        return action.call();
                    }))
                    .toList();
            return running.stream().map(Sessions::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
