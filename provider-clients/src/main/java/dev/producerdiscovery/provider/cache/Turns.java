package dev.producerdiscovery.provider.cache;

import dev.producerdiscovery.worker.failure.TransientFailure;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * Lets those who want the same get it one after another, so that each finds what the one before has kept. For what takes
 * many calls or much memory: {@link SingleFlight} lets those begin at once who need answers of different ages, as each
 * message of a refresh does. Thread-safe.
 *
 * @param <K> names what is wanted
 */
public final class Turns<K> {

    private final Map<K, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    /** The result of {@code work}, which looks first whether another has done it meanwhile. */
    public <V> V take(K key, Supplier<V> work) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> other = underWay.putIfAbsent(key, mine);
        while (other != null) {
            awaitEnd(other);
            other = underWay.putIfAbsent(key, mine);
        }
        try {
            return work.get();
        } finally {
            underWay.remove(key, mine);
            mine.complete(null);
        }
    }

    private static void awaitEnd(CompletableFuture<Void> other) {
        try {
            other.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a turn ends without a result, also when its work fails", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("stopped while waiting for somebody else's answer", e);
        }
    }
}
