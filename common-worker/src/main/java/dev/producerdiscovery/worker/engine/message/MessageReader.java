package dev.producerdiscovery.worker.engine.message;

import dev.producerdiscovery.worker.Delivery;
import dev.producerdiscovery.worker.engine.EngineParts;
import dev.producerdiscovery.worker.failure.PermanentFailure;
import dev.producerdiscovery.worker.pgmq.ClaimedMessage;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opens messages. Anybody may send one from an SQL console, so every part of it may be missing, of another type or
 * hostile: what is only bookkeeping is then ignored, and a body that is no object ends the message, not the worker.
 */
public final class MessageReader {

    private static final int MAX_PRIORITY = 9;

    /** Characters. No value that a stage asks for comes near, and each of those in hand may hold several. */
    private static final int LONGEST_VALUE = 50_000;

    private static final Set<String> OF_BODY =
            Set.of("_correlationId", "_idempotencyKey", "_priority", "_reprocessing_metadata");
    private static final Set<String> OF_HEADERS = Set.of("failures", "deaths", "traceparent");

    private final JsonMapper json;
    private final RandomGenerator random;
    private final LargeBodies large;
    private final long maxBody;

    /** Looks at the length of a value only where somebody asks for the value. */
    private final JsonFactory careful = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_VALUE)
                    .build())
            .build();

    public MessageReader(EngineParts parts, LargeBodies large) {
        this.json = UnknownIgnored.by(parts.json());
        this.random = parts.random();
        this.maxBody = parts.settings().maxBody().toBytes();
        this.large = large;
    }

    public Envelope open(ClaimedMessage message) {
        TopLevel body = TopLevel.of(careful, message.body(), OF_BODY);
        TopLevel headers = TopLevel.of(careful, message.headers(), OF_HEADERS);
        Optional<UUID> correlationId = body.text("_correlationId").flatMap(MessageReader::uuid);
        Delivery delivery = new Delivery(
                message.queue(),
                message.lease().messageId(),
                message.lease().readCount(),
                Math.max(0, headers.number("failures")),
                message.enqueuedAt(),
                correlationId,
                body.text("_idempotencyKey"));
        return new Envelope(
                delivery,
                body(message, body),
                Math.clamp(body.number("_priority"), 0, MAX_PRIORITY),
                body.hasObject("_reprocessing_metadata"),
                Math.max(0, headers.number("deaths")),
                TraceContext.of(headers.text("traceparent").orElse(null), correlationId, random));
    }

    /**
     * May wait for others that read large bodies.
     *
     * @throws PermanentFailure naming what is wrong with the body
     */
    public <M> M body(Envelope envelope, Class<M> type) throws InterruptedException {
        return switch (envelope.body()) {
            case Body.Inline(String text) -> read(text, type);
            case Body.Stored stored -> large.read(envelope.delivery(), text -> read(text, type));
            case Body.Unusable(String defect) -> throw new PermanentFailure("bad message: " + defect);
        };
    }

    private <M> M read(String text, Class<M> type) {
        try (JsonParser parser = careful.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw new PermanentFailure("bad message: " + noObject(first));
            }
            return json.readerFor(type).readValue(parser);
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

    private Body body(ClaimedMessage message, TopLevel opened) {
        if (message.oversizedBytes() > maxBody) {
            return new Body.Unusable("the body has " + message.oversizedBytes() + " bytes, more than a worker takes");
        }
        if (message.oversizedBytes() > 0) {
            return new Body.Stored();
        }
        if (message.body() == null) {
            return new Body.Unusable("the body is null");
        }
        return opened.isObject() ? new Body.Inline(message.body()) : new Body.Unusable(noObject(opened.kind()));
    }

    private static String noObject(@Nullable JsonToken kind) {
        return "the body is no JSON object but "
                + switch (kind) {
                    case null -> "nothing that can be read";
                    case START_ARRAY -> "array";
                    case VALUE_STRING -> "string";
                    case VALUE_TRUE, VALUE_FALSE -> "boolean";
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number";
                    default -> kind.name().replace("VALUE_", "").toLowerCase(Locale.ROOT);
                };
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
