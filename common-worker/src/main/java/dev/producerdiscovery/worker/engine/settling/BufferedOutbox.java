package dev.producerdiscovery.worker.engine.settling;

import dev.producerdiscovery.worker.Outbox;
import dev.producerdiscovery.worker.engine.message.Envelope;
import dev.producerdiscovery.worker.pgmq.OutgoingMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Collects what one settlement sends, so that a whole group goes out with one statement a queue. */
final class BufferedOutbox implements Outbox {

    private final JsonMapper json;
    private final Envelope cause;
    private final List<OutgoingMessage> messages = new ArrayList<>();
    private Optional<UUID> correlationId;

    BufferedOutbox(JsonMapper json, Envelope cause) {
        this.json = json;
        this.cause = cause;
        this.correlationId = cause.delivery().correlationId();
    }

    @Override
    public void send(String queue, Object body, String idempotencyKey) {
        if (queue.isBlank() || idempotencyKey.isBlank()) {
            throw new IllegalArgumentException("a message needs a queue and an idempotency key, but got queue = '"
                    + queue + "', idempotencyKey = '" + idempotencyKey + "'");
        }
        JsonNode tree = json.valueToTree(body);
        if (!(tree instanceof ObjectNode object)) {
            throw new IllegalArgumentException("a message body must become a JSON object: "
                    + body.getClass().getName());
        }
        object.removeIf(JsonNode::isNull);
        object.put("_idempotencyKey", idempotencyKey);
        correlationId.ifPresent(id -> object.put("_correlationId", id.toString()));
        if (cause.priority() > 0) {
            object.put("_priority", cause.priority());
        }
        ObjectNode headers =
                json.createObjectNode().put("traceparent", cause.trace().traceparent());
        messages.add(new OutgoingMessage(queue, object.toString(), headers.toString()));
    }

    @Override
    public void correlateAs(UUID id) {
        correlationId = Optional.of(id);
    }

    List<OutgoingMessage> messages() {
        return messages;
    }
}
