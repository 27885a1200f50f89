package dev.producerdiscovery.worker.engine;

import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import dev.producerdiscovery.worker.pgmq.ClaimedMessage;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Opens messages. Anybody may send one from an SQL console, so every part of it may be missing, of another type or
 * hostile: what is only bookkeeping is then ignored, and a body that is no object ends the message, not the worker.
 */
final class MessageReader {

    private static final int MAX_PRIORITY = 9;

    private final JsonMapper json;
    private final RandomGenerator random;

    MessageReader(JsonMapper json, RandomGenerator random) {
        this.json = json;
        this.random = random;
    }

    Envelope open(ClaimedMessage message) {
        JsonNode body = tree(message.body());
        JsonNode headers = tree(message.headers());
        Optional<UUID> correlationId = text(body, "_correlationId").flatMap(MessageReader::uuid);
        Delivery delivery = new Delivery(
                message.queue(),
                message.lease().messageId(),
                message.lease().readCount(),
                Math.max(0, headers.path("failures").asInt(0)),
                message.enqueuedAt(),
                correlationId,
                text(body, "_idempotencyKey"));
        return new Envelope(
                delivery,
                body instanceof ObjectNode object ? object : null,
                body instanceof ObjectNode ? null : defect(message, body),
                Math.clamp(body.path("_priority").asInt(0), 0, MAX_PRIORITY),
                body.path("_reprocessing_metadata").isObject(),
                TraceContext.of(text(headers, "traceparent").orElse(null), correlationId, random));
    }

    /** @throws PermanentFailure naming what is wrong with the body */
    <M> M body(Envelope envelope, Class<M> type) {
        if (envelope.body() == null) {
            throw new PermanentFailure("bad message: " + envelope.defect());
        }
        try {
            return json.treeToValue(envelope.body(), type);
        } catch (JacksonException e) {
            throw new PermanentFailure("bad message: " + explain(e), e);
        }
    }

    private static String explain(JacksonException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
                return cause.getMessage();
            }
        }
        String path = e.getPath().isEmpty() ? "" : " at " + e.getPathReference();
        return e.getOriginalMessage().lines().findFirst().orElse("unreadable") + path;
    }

    private static String defect(ClaimedMessage message, JsonNode body) {
        if (message.oversizedBytes() > 0) {
            return "the body has " + message.oversizedBytes() + " bytes, more than a worker takes";
        }
        return message.body() == null
                ? "the body is null"
                : "the body is no JSON object but " + body.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private JsonNode tree(@Nullable String text) {
        if (text == null) {
            return json.nullNode();
        }
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            // jsonb holds only JSON, but may be nested deeper or hold longer numbers than the parser takes.
            return json.missingNode();
        }
    }

    private static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() && !value.stringValue().isBlank() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
