package dev.producerdiscovery.worker;

import java.util.List;

/**
 * A stage that handles several messages at once, where its provider or the database gains from that. Messages are not
 * waited for: a batch is what was in the queue when slots were free, so it may hold a single message, and never more
 * than the configured concurrency. All messages of a batch belong to one run, to which its calls are counted; those that
 * name none come together. A message that failed before comes alone, so that it cannot fail its neighbours
 * again.
 *
 * @param <M> as for {@link BaseWorker}
 */
public abstract class BatchWorker<M> extends BaseWorker<M> {

    private final int maxBatch;

    /** @param maxBatch most messages handled at once; at least 1 */
    protected BatchWorker(String queue, Class<M> messageType, int maxBatch) {
        super(queue, messageType);
        if (maxBatch < 1) {
            throw new IllegalArgumentException("maxBatch must be at least 1, but is " + maxBatch);
        }
        this.maxBatch = maxBatch;
    }

    /**
     * Does the work of a batch; the outcomes are in the order of the messages. A throttled or transient failure holds
     * for the whole batch; after any other exception each message is handled again by itself, and a bad one fails alone.
     */
    public abstract List<Outcome> handle(List<Received<M>> messages) throws Exception;

    @Override
    public final Outcome handle(M message, Delivery delivery) throws Exception {
        return outcomes(List.of(new Received<>(message, delivery))).getFirst();
    }

    /**
     * {@link #handle(List)}, and its outcomes only if they are as many as the messages.
     *
     * @throws IllegalStateException when they are not
     */
    public final List<Outcome> outcomes(List<Received<M>> messages) throws Exception {
        List<Outcome> outcomes = handle(messages);
        if (outcomes.size() != messages.size()) {
            throw new IllegalStateException(
                    "the handler returned " + outcomes.size() + " outcomes for " + messages.size() + " messages");
        }
        return outcomes;
    }

    public final int maxBatch() {
        return maxBatch;
    }
}
