package dev.producerdiscovery.worker;

/** Sends messages to further queues inside the settling transaction. */
public interface Outbox {

    /**
     * Sends {@code body} to {@code queue}, becoming visible when the settlement commits. The correlation id, priority
     * and trace context of the message being handled are passed on.
     *
     * @param body a record or map that becomes a JSON object
     * @param idempotencyKey names this piece of work for deduplication; the same key in the same queue is worked on
     *     once within the deduplication time
     */
    void send(String queue, Object body, String idempotencyKey);
}
