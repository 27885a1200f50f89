package dev.producerdiscovery.worker;

import java.util.Set;

/**
 * A pipeline stage: the queue it consumes, the type of its messages and what to do with one. The library finds the
 * bean, and fetches, leases, retries, deduplicates, settles and drains around it.
 *
 * @param <M> the message body, read from JSON; unknown fields are ignored. A record whose constructor refuses a value
 *     with {@link IllegalArgumentException} makes the message a permanent failure with that reason.
 */
public abstract class BaseWorker<M> {

    private final String queue;
    private final Class<M> messageType;

    protected BaseWorker(String queue, Class<M> messageType) {
        this.queue = queue;
        this.messageType = messageType;
    }

    /**
     * Does the work of one message. Runs on a virtual thread, outside any transaction, while the library keeps the
     * lease alive. May throw any {@link dev.producerdiscovery.worker.failure.WorkFailure}; anything else counts as a
     * defect and is retried. May run more than once for the same message.
     */
    public abstract Outcome handle(M message, Delivery delivery) throws Exception;

    /** Providers without which no message of this queue can make progress: while one is parked, the queue pauses. */
    public Set<String> requiredProviders() {
        return Set.of();
    }

    public final String queue() {
        return queue;
    }

    public final Class<M> messageType() {
        return messageType;
    }
}
