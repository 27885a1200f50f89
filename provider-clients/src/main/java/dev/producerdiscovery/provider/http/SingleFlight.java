package dev.producerdiscovery.provider.http;

import dev.producerdiscovery.worker.failure.TransientFailure;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * Of several callers with the same question at the same time one asks, and the others have its answer. A failure is not
 * shared: whoever waited asks for himself, so that one caller that is stopped does not stop the others. Thread-safe.
 */
final class SingleFlight {

    /** @param notBefore whoever needs a newer answer does not make do with the one that another is about to have */
    record Key(Request request, Instant notBefore) {}

    private final Map<Key, CompletableFuture<Reply<?>>> asking = new ConcurrentHashMap<>();

    <T> Reply<T> ask(Key key, Supplier<Reply<T>> question) {
        CompletableFuture<Reply<?>> mine = new CompletableFuture<>();
        CompletableFuture<Reply<?>> other = asking.putIfAbsent(key, mine);
        if (other != null) {
            return await(other, question);
        }
        try {
            Reply<T> reply = question.get();
            mine.complete(reply);
            return reply;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            asking.remove(key, mine);
            // Of an Error nobody has been told yet; completing twice does nothing.
            mine.cancel(false);
        }
    }

    /** The same request is read in one way only, so that the answer is of the type that is asked for. */
    @SuppressWarnings("unchecked")
    private static <T> Reply<T> await(CompletableFuture<Reply<?>> other, Supplier<Reply<T>> question) {
        try {
            return (Reply<T>) other.get();
        } catch (ExecutionException | CancellationException e) {
            return question.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("stopped while waiting for somebody else's answer", e);
        }
    }
}
