package dev.producerdiscovery.worker.engine;

import dev.producerdiscovery.worker.Delivery;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message opened: what is known of it, and its body if that is a JSON object.
 *
 * @param body null when {@code defect} says why there is none
 * @param reprocessed put back from the dead letter queue: no earlier mark may swallow it
 */
record Envelope(
        Delivery delivery,
        @Nullable ObjectNode body,
        @Nullable String defect,
        int priority,
        boolean reprocessed,
        TraceContext trace) {}
