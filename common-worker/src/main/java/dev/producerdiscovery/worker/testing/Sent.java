package dev.producerdiscovery.worker.testing;

import tools.jackson.databind.JsonNode;

/** A message that a settlement sent; {@code body} holds {@code _idempotencyKey} and the like as well. */
public record Sent(String queue, JsonNode body, JsonNode headers) {}
