package dev.producerdiscovery.worker;

import java.util.UUID;

/** Sends messages to further queues inside the settling transaction. Used on the settling thread only. */
public interface Outbox {

    /**
     * Sends {@code body} to {@code queue}, becoming visible when the settlement commits. The correlation id, priority
     * and trace context of the message being handled are passed on.
     *
     * @param body a record or map that becomes a JSON object; its null fields are left out
     * @param idempotencyKey names this piece of work for deduplication; the same key in the same queue is worked on
     *     once within the deduplication time
     * @throws IllegalArgumentException when the body does not become a JSON object, or the queue or key is blank
     */
    void send(String queue, Object body, String idempotencyKey);

    /**
     * Every message sent from now on belongs to this discovery run. For the stage that opens a run for a message that
     * named none.
     */
    void correlateAs(UUID correlationId);
}
