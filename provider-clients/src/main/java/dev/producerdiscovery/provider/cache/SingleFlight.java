package dev.producerdiscovery.provider.cache;

import dev.producerdiscovery.worker.failure.TransientFailure;
import dev.producerdiscovery.worker.scope.WorkScope;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * Of several who want the same at the same time one gets it, and the others have it from him: eight songs of one album
 * must not read its release eight times. A failure is not shared: whoever waited tries for himself, so that a run that
 * has had its share of a quota does not stop the others. Thread-safe.
 *
 * @param <K> names what is wanted
 * @param <V> what comes of it
 */
public final class SingleFlight<K, V> {

    /** @param notBefore whoever needs newer answers does not make do with what another is about to have */
    private record Wanted<K>(K key, Instant notBefore) {}

    private final Map<Wanted<K>, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();

    /** The result of {@code work}, done here or by whoever began it first with the same {@link WorkScope#answersSince()}. */
    public V join(K key, Supplier<V> work) {
        Wanted<K> wanted = new Wanted<>(key, WorkScope.current().answersSince());
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> other = underWay.putIfAbsent(wanted, mine);
        if (other != null) {
            return await(other, work);
        }
        try {
            V result = work.get();
            mine.complete(result);
            return result;
        } finally {
            underWay.remove(wanted, mine);
            // Of a failure nobody has been told yet; after a result this does nothing.
            mine.cancel(false);
        }
    }

    private static <V> V await(CompletableFuture<V> other, Supplier<V> work) {
        try {
            return other.get();
        } catch (ExecutionException | CancellationException e) {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("stopped while waiting for somebody else's answer", e);
        }
    }
}
