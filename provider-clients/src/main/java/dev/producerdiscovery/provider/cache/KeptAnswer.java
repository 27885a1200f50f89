package dev.producerdiscovery.provider.cache;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An answer as it was given.
 *
 * @param json empty where the provider said that there is no such thing
 * @param at when it was given, or last confirmed
 */
public record KeptAnswer(Optional<JsonNode> json, Validators validators, Instant at) {}
